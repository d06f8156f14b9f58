using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The distance between a predicted and a true vector: points, poses, embeddings.</summary>
/// <remarks>
/// <code>
/// L = (Σₖ |xₖ − yₖ + ε|ᵖ)^(1/p)        ∂L/∂x = 0 where x = y and ε = 0
/// </code>
/// Not the mean over coordinates: an error in one direction costs what the same error costs in any other (p = 2).
/// Reference: R. Hadsell, S. Chopra and Y. LeCun, "Dimensionality Reduction by Learning an Invariant Mapping", CVPR
/// 2006, doi:10.1109/CVPR.2006.100.
/// </remarks>
/// <param name="power">p of the norm: 2 for Euclidean, 1 for city block; 1 and above.</param>
/// <param name="epsilon">
/// ε, added to each difference, as PyTorch does with 1e-6; with 0 equal vectors are 0 apart and pull nowhere.
/// </param>
public readonly struct PairwiseDistanceLoss(double power, double epsilon)
    : IGraphLoss<PairwiseDistanceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", @"p", 2, new Domain(1, double.PositiveInfinity, true, false),
        "p of the norm: 2 for Euclidean, 1 for city block");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0, Domain.NonNegative, "added to each difference; PyTorch has 1e-6");

    private readonly Parameter _power = PowerCard.Bind(power);
    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pairwise-distance",
        Title = "pairwise distance",
        Use = "Predicted points or vectors whose distance to the truth is what counts: key points, positions, "
            + "embeddings.",
        Avoid = "Coordinates of different units: scale them first, or take a loss of each.",
        Reference = "R. Hadsell, S. Chopra, Y. LeCun, Dimensionality Reduction by Learning an Invariant "
            + "Mapping, 2006, doi:10.1109/CVPR.2006.100",
        Latex = @"\Big(\sum_k |x_k - y_k + \epsilon|^p\Big)^{1/p}",
        Aliases = ["euclidean", "mpjpe"],
        Names = new() { PyTorch = "PairwiseDistance", Chinese = "成对距离损失" },
        Translations =
        [
            new("torch.nn.PairwiseDistance(p=2.0, eps=1e-06)", "pairwise-distance:power={p},epsilon={eps}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [PowerCard, EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Left, PairInputs.Right];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new PowerDistance(_power.Value, _epsilon.Value).Between(tape, inputs["left"], inputs["right"]));
}
