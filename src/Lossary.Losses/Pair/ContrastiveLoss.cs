using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Pairs alike are pulled together, pairs unlike pushed apart until they are a margin away.</summary>
/// <remarks>
/// <code>
/// t = 1:  L = ½ d²        t = 0:  L = ½ max(0, m − d)²        with d = ‖x − y‖
/// </code>
/// Reference: R. Hadsell, S. Chopra and Y. LeCun, "Dimensionality Reduction by Learning an Invariant Mapping", CVPR
/// 2006, doi:10.1109/CVPR.2006.100.
/// </remarks>
/// <param name="margin">How far apart a pair unlike has to be; positive.</param>
public readonly struct ContrastiveLoss(double margin) : IGraphLoss<ContrastiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.Positive, "how far apart a pair unlike has to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "contrastive",
        Title = "contrastive",
        Use = "Pairs known to be alike or unlike, such as two pictures of one person.",
        Avoid = "Most pairs unlike soon cost nothing and teach nothing: take triplets that are mined, or InfoNCE.",
        Reference = "R. Hadsell, S. Chopra, Y. LeCun, Dimensionality Reduction by Learning an Invariant "
            + "Mapping, 2006, doi:10.1109/CVPR.2006.100",
        Latex = @"\tfrac{1}{2} t \, d^2 + \tfrac{1}{2} (1 - t) \max(0, m - d)^2, \quad d = \lVert x - y\rVert",
        Names = new() { Chinese = "对比损失" },
        Translations =
        [
            new(
                "tensorflow_addons.losses.ContrastiveLoss(margin=1.0)",
                "contrastive:margin={margin}",
                "takes distances, and does not halve") { Scale = "2" },
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Left,
        PairInputs.Right,
        new("target", "t", InputKind.Flag, "n", "1 for a pair alike, 0 for one unlike"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> distance = tape.RowMeasure(default(EuclideanRows), inputs["left"], inputs["right"]);
        return new(tape.Formula(new Branches(_margin), distance, inputs["target"]));
    }

    /// <summary>The distance, and 1 or 0.</summary>
    private readonly struct Branches(Parameter margin) : ISampleFormula
    {
        private readonly Parameter _margin = margin;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane room = TLane.AtLeast(_margin - x[0], 0);
            TLane used = TLane.WhereLess(0, x[1], x[0], room);
            return 0.5 * (used * used);
        }
    }
}
