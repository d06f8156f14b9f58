using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Least squares on the margin: also a score that is right by more than 1 costs.</summary>
/// <remarks>
/// <code>
/// L(m)  = (1 − m)²
/// L′(m) = 2 (m − 1)
/// L″(m) = 2
/// </code>
/// It is the squared error of the score against −1 and +1; (m + 1)/2 of the best score is the probability. Reference:
/// J. A. K. Suykens, J. Vandewalle, "Least Squares Support Vector Machine Classifiers", Neural Processing Letters 9
/// (1999) 293–300.
/// </remarks>
public readonly struct SquaredMarginLoss : IMarginLoss<SquaredMarginLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared-margin",
        Title = "squared margin",
        Use = "Two classes, where a linear system is to be solved instead of a program, and few rows lie far out.",
        Avoid = "Rows far on the right side of the boundary: they pull it towards them. Take squared hinge or "
            + "logistic.",
        Reference = "J. A. K. Suykens, J. Vandewalle, Least Squares Support Vector Machine Classifiers, 1999, "
            + "doi:10.1023/A:1018628609742",
        Aliases = ["least-squares-margin"],
        Names = new() { Chinese = "最小二乘间隔损失" },
        Translations =
        [
            new(
                "sklearn.linear_model.RidgeClassifier(alpha=1.0)",
                "squared-margin",
                "labels are any two values; a sum, to which alpha times the squared norm of the weights is added"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 2,
        Smoothness = int.MaxValue,
        SmoothnessConstant = 2,
        IsCalibrated = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane rest = 1 - m;
        return rest * rest;
    }
}
