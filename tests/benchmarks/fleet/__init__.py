"""What a fleet of reports costs against the stock tools, all on this machine and in one run."""
