"""Gradient descent by hand in NumPy, float64: gradients in closed form, stable ranks from the smaller Gram matrix."""

import os

import numpy as np

from serve import serve


def activation(case):
    """phi, phi' and phi'' of whole arrays."""
    gamma, q = case["gamma"], case["q"]
    if case["activation"] == "leaky-relu":
        return (
            lambda z: np.maximum(z, gamma * z),
            lambda z: np.where(z >= 0, 1.0, gamma),
            lambda z: np.zeros_like(z),
        )
    if case["activation"] == "smooth-leaky-relu":

        def slope(z):
            return gamma + (1 - gamma) / (1 + np.exp(-z))

        return lambda z: gamma * z + (1 - gamma) * (np.logaddexp(0, z) - np.log(2)), slope, None
    return (
        lambda z: np.maximum(z, 0) ** q,
        lambda z: q * np.maximum(z, 0) ** (q - 1),
        lambda z: q * (q - 1) * np.where(z > 0, 1.0, 0.0) * np.maximum(z, 0) ** (q - 2),
    )


def stable_rank(w):
    gram = w @ w.T if w.shape[0] <= w.shape[1] else w.T @ w
    return np.trace(gram) / np.linalg.eigvalsh(gram)[-1]


def make(case):
    n, d, m = case["n"], case["d"], case["m"]
    rng = np.random.default_rng(1)
    x = case["noiseSd"] * rng.standard_normal((n, d))
    y = np.where(np.arange(n) % 2 == 0, 1.0, -1.0)
    a = case["a"] * np.concatenate([np.ones(m), -np.ones(m)])
    w = case["sigma0"] * rng.standard_normal((2 * m, d))
    phi, slope, curvature = activation(case)
    eta, lam = case["eta"], case["lambda"]

    def plain():
        z = x @ w.T
        margins = y * (phi(z) @ a)
        loss_slope = -1 / (1 + np.exp(margins))
        np.subtract(w, eta * (((loss_slope * y / n)[:, None] * slope(z) * a).T @ x), out=w)

    mu = np.zeros(d)
    mu[0] = 1.0
    if case["patches"] == 2:
        x[:, 0] = 0.0
    square = np.einsum("ij,ij->i", x, x)

    def two_patches():
        """Patches y mu and xi, orthogonal: the norm of a sample's gradient needs only their norms."""
        signal = y[:, None] * (w @ mu)
        noise = x @ w.T
        s1, s2 = slope(signal), slope(noise)
        margins = y * ((phi(signal) + phi(noise)) @ a)
        loss_slope = -1 / (1 + np.exp(margins))
        # d objective / d q_i, and d objective / d phi'-entries where there is a penalty
        weight = loss_slope.copy()
        g1, g2 = s1, s2
        if lam > 0:
            loss_curvature = -loss_slope * (1 + loss_slope)
            norm = (a * a * s1 * s1).sum(1) + square * (a * a * s2 * s2).sum(1)
            weight += lam * loss_slope * loss_curvature * norm
            more = (lam * loss_slope**2)[:, None]
            d1 = y[:, None] * weight[:, None] * a * g1 + more * a * a * s1 * curvature(signal)
            d2 = y[:, None] * weight[:, None] * a * g2 + more * square[:, None] * a * a * s2 * curvature(noise)
        else:
            d1 = (y * weight)[:, None] * a * g1
            d2 = (y * weight)[:, None] * a * g2
        np.subtract(w, eta / n * (np.outer(y @ d1, mu) + d2.T @ x), out=w)

    train = two_patches if case["patches"] == 2 else plain

    def epoch():
        train()
        if case["ranks"]:
            stable_rank(w[:m])
            stable_rank(w[m:])

    return epoch


def blas():
    """The library that does the products, from what is mapped into the process."""
    try:
        with open("/proc/self/maps", encoding="utf8") as maps:
            paths = {os.path.realpath(line.split()[-1]) for line in maps if "/" in line}
    except OSError:
        return "unknown BLAS"
    known = [name for name in ("openblas", "mkl", "blis", "libblas") if any(name in path for path in paths)]
    return known[0] if known else "unknown BLAS"


serve({"name": "NumPy", "version": f"{np.__version__}, {blas()}"}, make)
