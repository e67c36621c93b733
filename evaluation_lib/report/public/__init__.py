"""What a report for the public keeps back: small counts, names, contacts, internal notes."""

from evaluation_lib.report.public.cutting import cut as cut
from evaluation_lib.report.public.release import NOT_PUBLIC as NOT_PUBLIC
from evaluation_lib.report.public.release import Release as Release
from evaluation_lib.report.public.release import read_release as read_release
from evaluation_lib.report.public.scrubbing import for_public as for_public
