using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of scores that are bent so that none exceeds a cap.</summary>
/// <remarks>
/// <code>
/// L = cross entropy of c tanh(z/c)
/// ∂L/∂zⱼ = (softmax(c tanh(z/c))ⱼ − 1[j = y]) (1 − tanh²(zⱼ/c))
/// </code>
/// Probabilities are those of the capped scores. Reference: Gemma Team, "Gemma 2: Improving Open Language Models at a
/// Practical Size", 2024, arXiv:2408.00118.
/// </remarks>
/// <param name="cap">c: the largest size of a score; positive.</param>
public readonly struct SoftCappedLoss(double cap) : IGraphLoss<SoftCappedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard CapCard = new(
        "c", @"c", 30, Domain.Positive, "the largest size of a score");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-capped",
        Title = "soft-capped cross entropy",
        Use = "Language models whose logits would grow beyond what low precision holds.",
        Avoid = "Rows that must be told with certainty: probabilities stay off 0 and 1. Take cross entropy.",
        Reference = "Gemma Team, Gemma 2: Improving Open Language Models at a Practical Size, 2024, arXiv:2408.00118",
        Latex = @"\ln \sum_k e^{c \tanh(z_k/c)} - c \tanh(z_y/c)",
        Aliases = ["softcap"],
        Names = new() { Chinese = "软截断交叉熵" },
        Translations =
        [
            new(
                "liger_kernel.transformers.LigerCrossEntropyLoss(softcap=30.0)",
                "soft-capped:c={softcap}",
                "softcap is None there by default"),
        ],
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [CapCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>The largest size of a score.</summary>
    public double Cap { get; } = CapCard.Bind(cap).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(Cap));

    /// <summary>One row.</summary>
    private readonly struct Formula(double cap) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> capped = row.Free(0);
            for (int k = 0; k < row.Classes; k++)
            {
                capped[k] = cap * RealFunctions.Tanh(row.Scores[k] / cap);
            }

            double value = RowSoftmax.CrossEntropy(capped, row.Target, gradient);
            for (int k = 0; k < row.Classes; k++)
            {
                // 1 − tanh² from the exponential: far out tanh rounds to 1.
                double e = RealFunctions.Exp(-2 * Math.Abs(row.Scores[k]) / cap);
                gradient[k] *= 4 * e / ((1 + e) * (1 + e));
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.CrossEntropy(rows.Tape.Scale(rows.Tape.Tanh(rows.Tape.Scale(rows.Scores, 1 / cap)), cap));
    }
}
