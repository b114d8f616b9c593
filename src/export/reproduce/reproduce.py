#!/usr/bin/env python3
"""Recomputes a study of the Implicit Bias Lab with NumPy and compares it with recording.csv beside this file.

    python3 reproduce.py [recording.csv] [--all-ranks]

The data are inside: x (n samples of P patches), y, W(0) before its scale, test points, and the order of the samples
where the method is mini-batch SGD. Coordinates are those of an orthonormal basis, which changes nothing that is observed.

The network is f(x) = sum_r a_r sum_p phi(<w_r, x_p>), with 2m neurons, a_r > 0 for the first m and a_r < 0 for the rest.
With margins q_i = y_i f(x_i) the loss is L = (1/n) sum_i l(q_i), and training minimises L + lambda R:
    PEGR  R = (1/2n) sum_i |grad_W l(q_i)|^2        FGR  R = (1/2) |grad_W L|^2
"""

import argparse
import base64
import csv
import io
import json
import os
import sys
from pathlib import Path

# Most of these matrices are small: threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402

TOLERANCE = 1e-9
# Numbers smaller than this are compared absolutely, to TOLERANCE * SMALL.
SMALL = 1e-3
# Full spectra of larger matrices are taken at about so many epochs only, unless --all-ranks asks for all.
LARGE, SOME = 400, 40
# Steps of the power method before a full spectrum is taken, and the relative error of a largest eigenvalue.
POWERS, CERTIFIED = 60, 1e-11


def activation(spec, z):
    """phi, phi' and phi'' (almost everywhere)."""
    if spec["kind"] == "leaky-relu":
        slope = np.where(z >= 0, 1.0, spec["gamma"])
        return slope * z, slope, np.zeros_like(z)
    if spec["kind"] == "smooth-leaky-relu":  # gamma z + (1 - gamma) log((1 + e^z) / 2)
        gamma, e = spec["gamma"], np.exp(-np.abs(z))
        value = gamma * z + (1 - gamma) * (np.maximum(z, 0) + np.log1p((e - 1) / 2))
        return value, gamma + (1 - gamma) * np.where(z >= 0, 1, e) / (1 + e), (1 - gamma) * e / (1 + e) ** 2
    q, positive = spec["q"], np.maximum(z, 0)  # max(0, z)^q
    curvature = np.where(z > 0, q * (q - 1) * positive ** (q - 2), 0.0)
    return positive**q, q * positive ** (q - 1), curvature


def loss(name, q):
    """l, l' and l''."""
    if name == "exponential":
        value = np.exp(-q)
        return value, -value, value
    e = np.exp(-np.abs(q))  # log(1 + e^-q)
    return np.maximum(-q, 0) + np.log1p(e), -np.where(q > 0, e, 1) / (1 + e), e / (1 + e) ** 2


class Step:
    """The network at W on some samples x (n, P, d) with labels y."""

    def __init__(self, case, w, x, y):
        n, patches, d = x.shape
        self.case, self.w, self.x, self.flat, self.n = case, w, x, x.reshape(n * patches, d), n
        m = len(w) // 2
        a = case["a"] * np.repeat([1.0, -1.0], m)
        self.z = w @ self.flat.T
        value, slope, curvature = activation(case["activation"], self.z)
        self.q = y * (a @ value).reshape(n, patches).sum(axis=1)
        self.l, self.l1, self.l2 = loss(case["loss"], self.q)
        # dq_i/dz, and the same with phi'' for phi': (2m, n, P).
        sign = a[:, None, None] * y[None, :, None]
        self.g = sign * slope.reshape(2 * m, n, patches)
        self.h = sign * curvature.reshape(2 * m, n, patches)
        self.dz = self.weighted(self.per_sample(self.l1) * self.g / n)  # dL/dz
        self.gradient = self.dz @ self.flat  # dL/dW

    def weighted(self, over_patches):
        return over_patches.reshape(len(self.w), -1)

    def per_sample(self, numbers):
        return numbers[None, :, None]

    @property
    def g_gram(self):
        """g_i G_i, G_i the inner products of the patches of x_i."""
        return np.einsum("rip,ipq->riq", self.g, np.einsum("ipd,iqd->ipq", self.x, self.x))

    def penalty(self):
        kind = self.case["regularizer"]["kind"]
        if kind == "none":
            return 0.0
        if kind == "fgr":
            return 0.5 * (self.gradient**2).sum()
        return (self.l1**2 * (self.g * self.g_gram).sum(axis=(0, 2))).sum() / (2 * self.n)

    def penalty_gradient(self):
        """dR/dW."""
        if self.case["regularizer"]["kind"] == "pegr":
            across = self.g_gram
            norms = (self.g * across).sum(axis=(0, 2))
            along, weight = self.l1 * self.l2 * norms, self.l1**2
        else:
            across = (self.gradient @ self.flat.T).reshape(self.g.shape)
            along, weight = self.l2 * (self.g * across).sum(axis=(0, 2)), self.l1
        dz = (self.per_sample(along) * self.g + self.per_sample(weight) * self.h * across) / self.n
        return self.weighted(dz) @ self.flat


def updated(case, data, w, t):
    """W after epoch t: a step over all samples, or one over each mini-batch."""
    reg, x, y = case["regularizer"], data["x"], data["y"]
    order, size = [np.arange(len(y))], len(y)
    if case["batch_size"]:
        size = case["batch_size"]
        order = [data["order"][t][k : k + size] for k in range(0, len(y), size)]
    for samples in order:
        step = Step(case, w, x[samples], y[samples])
        direction = step.gradient
        if reg["kind"] != "none" and (reg.get("until") is None or t < reg["until"]):
            direction = direction + reg["lambda"] * step.penalty_gradient()
        w = w - case["eta"] * direction
    return w


def largest_eigenvalue(gram):
    """Right to CERTIFIED: a Rayleigh quotient is never above it, and that it is not further up a Cholesky factor shows."""
    v, quotient = gram[:, np.argmax(np.diagonal(gram))], 0.0
    if not v.any():
        return 0.0
    for _ in range(POWERS):
        v = v / np.linalg.norm(v)
        image = gram @ v
        quotient, before, v = v @ image, quotient, image
        if quotient - before <= 1e-14 * quotient:
            break
    try:
        np.linalg.cholesky(quotient * (1 + CERTIFIED) * np.eye(len(gram)) - gram)
        return quotient
    except np.linalg.LinAlgError:
        return np.linalg.eigvalsh(gram)[-1]


def stable_ranks(w):
    """|W|_F^2 / |W|_2^2 of W+, W- and W, from inner products of the fewer of rows and columns."""
    m = len(w) // 2
    if len(w) <= w.shape[1]:
        gram = w @ w.T
        grams = gram[:m, :m], gram[m:, m:], gram
    else:
        positive, negative = w[:m].T @ w[:m], w[m:].T @ w[m:]
        grams = positive, negative, positive + negative
    largest = [largest_eigenvalue(gram) for gram in grams]
    return [np.trace(gram) / value if value > 0 else 0.0 for gram, value in zip(grams, largest)]


def observed(case, data, w, before, ranks):
    """All that is recorded of W, by name; the margins; and the signs of the pre-activations."""
    step = Step(case, w, data["x"], data["y"])
    m, q, slopes, norms = len(w) // 2, step.q, -step.l1, np.sqrt((w**2).sum(axis=1))
    frobenius = np.sqrt((w**2).sum())
    signs = step.z >= 0
    wanted = np.outer(np.repeat([1, -1], m), np.repeat(data["y"], data["x"].shape[1])) > 0
    with np.errstate(over="ignore", divide="ignore"):
        ratio = min(np.finfo(float).max, slopes.max() / slopes.min()) if slopes.max() > 0 else 1.0
    found = {
        "loss": step.l.mean(),
        "penalty": step.penalty(),
        "frobenius": frobenius,
        "minNeuronNorm": norms.min(),
        "maxNeuronNorm": norms.max(),
        "marginGap": (q.max() - q.min()) / frobenius if frobenius > 0 else 0.0,
        "lossRatio": ratio,
        "flips": 0 if before is None else (signs != before).sum(),
        "agreement": (signs == wanted).mean(),
        "trainError": (~(q > 0)).mean(),
        "gradientNorm": np.sqrt((step.gradient**2).sum()),
    }
    if ranks:
        names = ("stableRankPositive", "stableRankNegative", "stableRankAll")
        found.update(zip(names, stable_ranks(w)))
    if len(data["test_y"]) > 0:
        value = activation(case["activation"], w @ data["test_x"].T)[0]
        a = case["a"] * np.repeat([1.0, -1.0], m)
        f = (a @ value)[data["test_patch"]].sum(axis=1)
        found["testError"] = (~(data["test_y"] * f > 0)).mean()
    if case["signal"]:  # the patches of x_i are y_i mu and xi_i
        z = step.z.reshape(2 * m, -1, 2)
        found["signal"], found["noise"] = np.abs(z[:, :, 0]).max(), z[:, :, 1].max()
    return found, q, signs


def difference(mine, theirs):
    return np.max(np.abs(mine - theirs) / np.maximum(np.abs(theirs), SMALL))


def compare(case, data, rows, margins, all_ranks):
    """The largest difference of a run, where it is, and how many stable ranks were left out."""
    w, before, worst, left_out = case["sigma0"] * data["w0"], None, (0.0, "", 0), 0
    every = 1 if all_ranks or min(w.shape) <= LARGE else -(-len(rows) // SOME)
    t = 0
    for k, row in enumerate(rows):
        while t < int(row["epoch"]):
            w = updated(case, data, w, t)
            t += 1
        ranks = k % every == 0 or k == len(rows) - 1
        left_out += not ranks
        found, q, before = observed(case, data, w, before, ranks)
        for name, mine in found.items():
            if row.get(name, "") != "":
                worst = max(worst, (difference(mine, float(row[name])), name, t))
        if margins is not None:
            worst = max(worst, (difference(q, margins[k]), "margins", t))
    return worst, left_out


def main():
    here = Path(__file__).resolve().parent
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("recording", nargs="?", default=here / "recording.csv", type=Path)
    options.add_argument("--all-ranks", action="store_true", help="stable ranks at every epoch, also of large matrices")
    asked = options.parse_args()
    with asked.recording.open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    matrices = asked.recording.parent / "matrices.npz"
    beside = np.load(matrices) if matrices.exists() else {}
    arrays = np.load(io.BytesIO(base64.b64decode(ARRAYS)))
    if RUNS["note"]:
        print(RUNS["note"])
    all_worst = 0.0
    for case in RUNS["cases"]:
        rows = table[case["first_row"] : case["first_row"] + case["rows"]]
        if len(rows) < case["rows"] or any(int(row["seed"]) != case["seed"] for row in rows):
            print(f"{asked.recording} is not the recording of this script: {case['name']} is not where it belongs")
            return 2
        data = {name: arrays[f"{case['draw']}_{name}"] for name in ("x", "y", "w0", "test_x", "test_y", "test_patch")}
        if case["order"]:
            data["order"] = arrays[case["order"]]
        margins = beside[case["margins"]] if case["margins"] and case["margins"] in beside else None
        (worst, name, epoch), left_out = compare(case, data, rows, margins, asked.all_ranks)
        all_worst = max(all_worst, worst)
        also = f"; stable ranks at {len(rows) - left_out} of them" if left_out else ""
        where = f" ({name} at epoch {epoch})" if name else ""
        print(f"{case['name']}: {len(rows)} epochs{also}, largest relative difference {worst:.2g}{where}")
    verdict = "reproduced" if all_worst <= TOLERANCE else "NOT REPRODUCED"
    print(f"largest relative difference: {all_worst:.2g}, {verdict} to {TOLERANCE:g}")
    return 0 if all_worst <= TOLERANCE else 1


RUNS = json.loads(r"""@RUNS@""")
ARRAYS = """
@ARRAYS@
"""

if __name__ == "__main__":
    sys.exit(main())
