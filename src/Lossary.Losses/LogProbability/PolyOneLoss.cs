using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Cross entropy with the first term of its expansion in 1 − p weighted differently.</summary>
/// <remarks>
/// With ℓ the target's log-softmax:
/// <code>
/// f(ℓ)  = −ℓ + ε (1 − exp(ℓ))
/// f′(ℓ) = −1 − ε exp(ℓ)
/// </code>
/// ε = 0 is cross entropy; for ε below −1 a row that is right enough is pushed away. Reference: Z. Leng et al.,
/// "PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", ICLR 2022, arXiv:2204.12511.
/// </remarks>
/// <param name="epsilon">ε, at least −1.</param>
public readonly struct PolyOneLoss(double epsilon = 1) : ILogProbabilityLoss<PolyOneLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1, new Domain(-1, double.PositiveInfinity, true, false),
        "what is added to the weight of 1 − p");

    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <summary>What is added to the weight of 1 − p.</summary>
    public double Epsilon => _epsilon.Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "poly-1",
        Title = "Poly-1 cross entropy",
        Use = "Several classes: cross entropy with one number more to tune.",
        Avoid = "Probabilities are wanted: it is not proper. With epsilon = 0 it is cross-entropy.",
        Reference = "Z. Leng et al., PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions, "
            + "2022, arXiv:2204.12511",
        Aliases = ["poly1", "poly-loss"],
        Names = new() { Chinese = "多项式损失" },
        Translations =
        [
            new("optax.poly_loss_cross_entropy(epsilon=2.0)", "poly-1:epsilon={epsilon}", "targets are one-hot rows"),
        ],
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Epsilon <= 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = double.Max(1, 1 + Epsilon),
        SmoothnessConstant = double.Abs(Epsilon),
        IsProper = Epsilon == 0,
        IsCalibrated = true,
        Functional = Epsilon == 0 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -logProbability - (_epsilon * TLane.ExpM1(logProbability));
}
