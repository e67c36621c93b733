"""One page that leads to all reports of a folder: `reports/index.html`."""

from evaluation_lib.publish.portal.building import build_portal as build_portal
