using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Made samples are to have the mean features of real ones, in a layer of the discriminator.</summary>
/// <remarks>
/// <code>
/// L = ‖f̄ − r̄‖²
/// </code>
/// Reference: T. Salimans et al., Improved Techniques for Training GANs, 2016, arXiv:1606.03498.
/// </remarks>
public readonly struct FeatureMatchingLoss : IGraphLoss<FeatureMatchingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "feature-matching",
        Title = "feature matching",
        Use = "Training a generator that a discriminator beats too easily.",
        Avoid = "Means of features say little, as where samples fall into many kinds: it matches means only. "
            + "gan-generator sees samples.",
        Reference = "T. Salimans et al., Improved Techniques for Training GANs, 2016, arXiv:1606.03498",
        Latex = @"\lVert \bar{f} - \bar{r} \rVert^2",
        Names = new() { Chinese = "特征匹配损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("real", "r", InputKind.Real, "n, d", "features of real samples"),
        new("fake", "f", InputKind.Real, "m, d", "features of made samples") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.HasRows(inputs["fake"].Shape[0], "fake");
        Tensor<T> real = tape.Mean(inputs["real"], [0]);
        return new(tape.Sum(tape.Square(tape.Subtract(tape.Mean(inputs["fake"], [0]), real))));
    }
}
