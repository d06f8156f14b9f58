namespace Lossary.Losses;

/// <summary>
/// Claims about a loss as a function of its raw prediction (of r, of m, of ℓ in the families that have these). Each is
/// held against the formula by a law test; what is not claimed is unknown, except where a property says otherwise.
/// </summary>
public sealed record LossTraits
{
    /// <summary>No chord lies below the graph.</summary>
    public bool IsConvex { get; init; }

    /// <summary>Every chord lies strictly above the graph, as far as floating point can tell.</summary>
    public bool IsStrictlyConvex { get; init; }

    /// <summary>μ such that L − μx²/2 is convex; 0 claims nothing.</summary>
    public double StrongConvexity { get; init; }

    /// <summary>
    /// How often L is continuously differentiable everywhere: 0, 1, 2; <see cref="int.MaxValue"/> for always, −1 where
    /// L itself jumps.
    /// </summary>
    public int Smoothness { get; init; }

    /// <summary>The least K with |L′| ≤ K; infinity claims that there is none.</summary>
    public double LipschitzConstant { get; init; } = double.PositiveInfinity;

    /// <summary>The least K with |L″| ≤ K where L″ exists and L′ is continuous; infinity claims nothing.</summary>
    public double SmoothnessConstant { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// What its second derivatives are: on plain arrays, and where a gradient on a tape is differentiated again.
    /// </summary>
    public SecondOrder SecondOrder { get; init; } = SecondOrder.Exact;

    /// <summary>The loss has an upper bound.</summary>
    public bool IsBounded { get; init; }

    /// <summary>The gradient tends to 0 as the residual grows: outliers are forgotten.</summary>
    public bool IsRedescending { get; init; }

    /// <summary>
    /// For losses of several arrays: a sample's term depends on others of the batch, so that a batch cannot be cut into
    /// parts and added up. What does not claim it is held to the opposite.
    /// </summary>
    public bool IsCoupled { get; init; }

    /// <summary>L(−r) = L(r).</summary>
    public bool IsSymmetric { get; init; }

    /// <summary>Strictly proper: the true probabilities, and only they, minimise the expected loss.</summary>
    public bool IsProper { get; init; }

    /// <summary>Minimising it also minimises the error rate (classification calibration).</summary>
    public bool IsCalibrated { get; init; }

    /// <summary>
    /// Σₖ L(k) over the classes is the same for every prediction: uniform label noise does not move the optimum.
    /// </summary>
    public bool IsNoiseSymmetric { get; init; }

    /// <summary>What the best constant prediction is.</summary>
    public Functional Functional { get; init; }

    /// <summary>The level of a quantile or expectile.</summary>
    public double Level { get; init; } = 0.5;

    /// <summary>Where a derivative jumps, in the family's variable.</summary>
    public IReadOnlyList<double> Kinks { get; init; } = [];
}
