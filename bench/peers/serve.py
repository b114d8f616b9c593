"""Answers bench/peers.ts: a line of JSON for each request, the time of one epoch."""

import json
import sys
import time


def serve(about, make):
    """make(case) gives a function that trains one epoch, with the stable ranks of W+ and W- if case['ranks'].

    It may have an attribute `note`: what was chosen, in words.
    """
    print(json.dumps(about), flush=True)
    for line in sys.stdin:
        case = json.loads(line)
        try:
            print(json.dumps(measure(make(case), case["seconds"])), flush=True)
        except Exception as error:  # the report says what went wrong
            print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)


def measure(epoch, seconds):
    """Mean milliseconds of an epoch, after one to warm up; one is enough where it takes longer than `seconds`."""
    epoch()
    count, start = 0, time.perf_counter()
    while count < 1 or time.perf_counter() - start < seconds:
        epoch()
        count += 1
    taken = time.perf_counter() - start
    return {"epoch": 1000 * taken / count, "epochs": count, "note": getattr(epoch, "note", "")}
