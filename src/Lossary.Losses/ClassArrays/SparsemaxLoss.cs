using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy's sparse relative: its probabilities, the nearest point of the simplex, may be exactly 0.
/// </summary>
/// <remarks>
/// <code>
/// L = ½ − z_y + ½ Σ_{k in S} (zₖ² − τ²)        S: the classes with pₖ > 0, p = max(z − τ, 0), Σ p = 1
/// ∂L/∂zⱼ = pⱼ − 1[j = y]
/// </code>
/// It is 0, with gradient 0, as soon as the target's score lies above all others by 1. Reference: A. F. T. Martins, R.
/// F. Astudillo, "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification", ICML 2016,
/// arXiv:1602.02068.
/// </remarks>
public readonly struct SparsemaxLoss : IGraphLoss<SparsemaxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sparsemax",
        Title = "sparsemax",
        Use = "Several classes, where impossible ones should have probability 0.",
        Avoid = "Probabilities are judged by cross entropy: a 0 may cost infinitely. Take cross entropy.",
        Reference = "A. F. T. Martins, R. F. Astudillo, From Softmax to Sparsemax, 2016, arXiv:1602.02068",
        Latex = @"\tfrac{1}{2} - z_y + \tfrac{1}{2} \sum_{k \in S} (z_k^2 - \tau^2)",
        Names = new() { Chinese = "稀疏最大损失" },
        Translations =
        [
            new("optax.losses.multiclass_sparsemax_loss()", "sparsemax"),
            new("entmax.SparsemaxLoss()", "sparsemax"),
        ],
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = 1 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula());

    /// <summary>One row.</summary>
    private readonly struct Formula : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            // From the target's score: the differences are what counts, and they keep their digits.
            Span<double> z = row.Free(0), sorted = row.Free(1);
            for (int k = 0; k < row.Classes; k++)
            {
                z[k] = row.Scores[k] - row.Scores[row.Target];
                sorted[k] = -z[k];
            }

            sorted.Sort();
            double sum = 0, threshold = 0;
            for (int k = 0; k < row.Classes && (k == 0 || 1 - ((k + 1) * sorted[k]) > sum - sorted[k]); k++)
            {
                sum -= sorted[k];
                threshold = (sum - 1) / (k + 1);
            }

            double value = 0.5;
            for (int k = 0; k < row.Classes; k++)
            {
                double p = z[k] - threshold;
                value += p > 0 ? 0.5 * p * (z[k] + threshold) : 0;
                gradient[k] = (p > 0 ? p : 0 * p) - (k == row.Target ? 1 : 0);
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            Entmax.Compose(rows, 2);
    }
}
