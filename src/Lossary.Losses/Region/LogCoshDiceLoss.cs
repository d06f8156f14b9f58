using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The logarithm of the hyperbolic cosine of the Dice loss: nearly right regions pull less.</summary>
/// <remarks>
/// <code>
/// L = ln cosh(1 − (2 TP + s) / (2 TP + FP + FN + s))
/// </code>
/// Nothing predicted where nothing is costs 0. The sums run over the pixels of each image and class, or over the batch.
/// Reference: S. Jadon, "A Survey of Loss Functions for Semantic Segmentation", CIBCB 2020, arXiv:2006.14822.
/// </remarks>
/// <param name="smooth">What is added to numerator and denominator of the ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct LogCoshDiceLoss(double smooth, RegionOptions options = default)
    : IGraphLoss<LogCoshDiceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-cosh-dice",
        Title = "log-cosh Dice",
        Use = "Segmentation where Dice training is unsteady near its end.",
        Avoid = "The last bit of overlap: its gradient vanishes there. Take dice.",
        Reference = "S. Jadon, A Survey of Loss Functions for Semantic Segmentation, 2020, arXiv:2006.14822",
        Latex = @"\ln \cosh \left(1 - \frac{2 \sum p t + s}{\sum p + \sum t + s}\right)",
        Names = new() { Chinese = "对数双曲余弦 Dice 损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [RegionInputs.Smooth, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What is added to numerator and denominator of the ratio, in pixels.</summary>
    public double Smooth { get; } = RegionInputs.Smooth.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch, IsBounded = true };

    /// <inheritdoc/>
    public static void Arrange(LogCoshDiceLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RegionInputs.Terms(tape, inputs, Options, new LogCoshOfDice(new DiceOfCounts(Smooth)));

    /// <summary>ln cosh D.</summary>
    private readonly struct LogCoshOfDice(DiceOfCounts loss) : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            return Stable.LogCosh(loss.Value(x), out _);
        }
    }
}
