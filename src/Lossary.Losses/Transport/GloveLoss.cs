using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared errors of the logarithms of counts, frequent pairs counting more, up to a bound.</summary>
/// <remarks>
/// <code>
/// L = min(1, (X/X_max)^α) (w·c + b + b′ − ln X)²
/// </code>
/// Reference: J. Pennington, R. Socher, C. D. Manning, GloVe: Global Vectors for Word Representation, 2014,
/// doi:10.3115/v1/D14-1162.
/// </remarks>
/// <param name="largest">The count from which a pair counts fully; positive.</param>
/// <param name="alpha">How much less rare pairs count; not negative.</param>
public readonly struct GloveLoss(double largest, double alpha) : IGraphLoss<GloveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LargestCard = new(
        "largest", @"X_{\max}", 100, Domain.Positive, "the count from which a pair counts fully");

    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.75, Domain.NonNegative, "how much less rare pairs count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "glove",
        Title = "GloVe",
        Use = "Vectors of words from counts of how often they stand together.",
        Avoid = "Texts come as a stream: counts must be complete before. skip-gram learns as it reads.",
        Reference = "J. Pennington, R. Socher, C. D. Manning, GloVe: Global Vectors for Word Representation, 2014, "
            + "doi:10.3115/v1/D14-1162",
        Latex = @"\min\left(1, \left(\frac{X}{X_{\max}}\right)^\alpha\right) (w \cdot c + b + b' - \ln X)^2",
        Names = new() { Chinese = "GloVe词向量损失" },
        Tasks = LossTask.SelfSupervised,
        Parameters = [LargestCard, AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("word", "w", InputKind.Real, "n, d", "the vectors of the words") { IsDifferentiable = true },
        new("context", "c", InputKind.Real, "n, d", "the vectors of what stands beside them")
        {
            IsDifferentiable = true,
        },
        new("word-bias", "b", InputKind.Real, "n", "the words' own numbers") { IsDifferentiable = true },
        new("context-bias", "b'", InputKind.Real, "n", "the contexts' own numbers") { IsDifferentiable = true },
        new("count", "X", InputKind.Positive, "n", "how often the two stand together"),
    ];

    /// <summary>The count from which a pair counts fully.</summary>
    public Parameter Largest { get; } = LargestCard.Bind(largest);

    /// <summary>How much less rare pairs count.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> product = tape.Sum(tape.Multiply(inputs["word"], inputs["context"]), [-1]);
        Tensor<T> level = tape.Add(inputs["word-bias"], inputs["context-bias"]);
        Tensor<T> gap = tape.Subtract(tape.Add(product, level), tape.Log(inputs["count"]));
        Tensor<T> one = tape.Constant(new Shape(1), [T.One]);
        Tensor<T> share = tape.Minimum(tape.Scale(inputs["count"], 1 / Largest.Value), one);
        return new(tape.Multiply(tape.Power(share, Alpha.Value), tape.Square(gap)));
    }
}
