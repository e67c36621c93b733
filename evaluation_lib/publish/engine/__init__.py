"""How a notebook is executed: by papermill in a kernel of its own, or in this process."""
