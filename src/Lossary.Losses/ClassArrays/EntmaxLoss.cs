using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The family from cross entropy (α → 1) to sparsemax (α = 2): the larger α, the more classes have probability 0.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ pₖ zₖ − z_y + Σₖ (pₖ − pₖ^α) / (α (α − 1))        p = max((α − 1) z − τ, 0)^(1/(α − 1)), Σ p = 1
/// ∂L/∂zⱼ = pⱼ − 1[j = y]
/// </code>
/// A Fenchel–Young loss. τ is found by bisection to the last bit. Reference: B. Peters, V. Niculae, A. F. T. Martins,
/// "Sparse Sequence-to-Sequence Models", ACL 2019, arXiv:1905.05702.
/// </remarks>
/// <param name="alpha">α: from cross entropy near 1 to sparsemax at 2.</param>
public readonly struct EntmaxLoss(double alpha) : IGraphLoss<EntmaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1.5, new Domain(1.001, 2, true, true), "from cross entropy near 1 to sparsemax at 2");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "entmax",
        Title = "entmax",
        Use = "Large vocabularies where most words should have probability 0, without sparsemax's hard edge.",
        Avoid = "Probabilities are judged by cross entropy: a 0 may cost infinitely. Take cross entropy.",
        Reference = "B. Peters et al., Sparse Sequence-to-Sequence Models, 2019, arXiv:1905.05702",
        Latex = @"\sum_k p_k z_k - z_y + \frac{1 - \sum_k p_k^\alpha}{\alpha (\alpha - 1)}",
        Names = new() { Chinese = "α-entmax 损失" },
        Translations =
        [
            new("entmax.EntmaxBisectLoss(alpha=1.5)", "entmax:alpha={alpha}"),
            new("entmax.Entmax15Loss()", "entmax"),
        ],
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>From cross entropy near 1 to sparsemax at 2.</summary>
    public double Alpha { get; } = AlphaCard.Bind(alpha).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(Alpha));

    /// <summary>One row.</summary>
    private readonly struct Formula(double alpha) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double less = alpha - 1, sum = Entmax.Probabilities(row.Scores, less, gradient, out _), value = 0;
            for (int k = 0; k < row.Classes; k++)
            {
                double p = gradient[k] / sum;
                double power = p > 0 ? p * RealFunctions.Exp(less * RealFunctions.Log(p)) : 0;
                value += (p == 0 ? 0 : p * (row.Scores[k] - row.Scores[row.Target])) + ((p - power) / (alpha * less));
                gradient[k] = p - (k == row.Target ? 1 : 0);
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            Entmax.Compose(rows, alpha);
    }
}
