using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Pairs alike are turned towards each other, pairs unlike apart until their cosine is below a margin.
/// </summary>
/// <remarks>
/// <code>
/// t = +1:  L = 1 − c        t = −1:  L = max(0, c − m)        with c = x·y / √((‖x‖² + ε)(‖y‖² + ε))
/// </code>
/// Reference: R. Hadsell, S. Chopra and Y. LeCun, "Dimensionality Reduction by Learning an Invariant Mapping", CVPR
/// 2006, doi:10.1109/CVPR.2006.100, with the cosine for the distance.
/// </remarks>
/// <param name="margin">The cosine below which a pair unlike costs nothing; −1 to 1.</param>
/// <param name="epsilon">
/// ε, added to each squared norm, as PyTorch does with 1e-12; with 0 a zero vector has a cosine and a gradient of 0.
/// </param>
public readonly struct CosineEmbeddingLoss(double margin, double epsilon)
    : IGraphLoss<CosineEmbeddingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0, new Domain(-1, 1, true, true), "the cosine below which a pair unlike costs nothing");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0, Domain.NonNegative, "added to each squared norm; PyTorch has 1e-12");

    private readonly Parameter _margin = MarginCard.Bind(margin);
    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosine-embedding",
        Title = "cosine embedding",
        Use = "Pairs known to be alike or unlike, in direction only: semantic similarity of texts.",
        Avoid = "Labelled classes or large batches: InfoNCE and supervised contrastive use all pairs of the batch.",
        Reference = "R. Hadsell, S. Chopra, Y. LeCun, Dimensionality Reduction by Learning an Invariant "
            + "Mapping, 2006, doi:10.1109/CVPR.2006.100",
        Latex = @"\begin{cases} 1 - \cos(x, y) & t = 1 \\ \max(0, \cos(x, y) - m) & t = -1 \end{cases}",
        Names = new() { PyTorch = "CosineEmbeddingLoss", Chinese = "余弦嵌入损失" },
        Translations =
        [
            new("torch.nn.CosineEmbeddingLoss(margin=0.0)", "cosine-embedding:margin={margin},epsilon=1e-12"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard, EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Left,
        PairInputs.Right,
        new("target", "t", InputKind.Sign, "n", "+1 for a pair alike, −1 for one unlike"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> cosine = tape.RowMeasure(new CosineRows(_epsilon.Value), inputs["left"], inputs["right"]);
        return new(tape.Formula(new Branches(_margin), cosine, inputs["target"]));
    }

    /// <summary>The cosine, and +1 or −1.</summary>
    private readonly struct Branches(Parameter margin) : ISampleFormula
    {
        private readonly Parameter _margin = margin;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0, x[1], 1 - x[0], TLane.AtLeast(x[0] - _margin, 0));
    }
}
