"""What a measured process says of itself, as the last line of its output (see ../usage.ts)."""
import json
import resource
import sys


def report(rows, **figures):
    usage = resource.getrusage(resource.RUSAGE_SELF)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    try:
        with open("/proc/self/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024
    except OSError:
        pass
    print(
        json.dumps(
            {
                **figures,
                "rows": int(rows),
                "cpuSeconds": usage.ru_utime + usage.ru_stime,
                "peakMegabytes": peak / 1e6,
            }
        )
    )
