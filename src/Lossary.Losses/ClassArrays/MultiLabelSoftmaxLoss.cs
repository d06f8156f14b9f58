using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Softmax for several labels: every label is to score above 0, every other class below, and the worst offenders pull.
/// </summary>
/// <remarks>
/// <code>
/// L = ln(1 + Σ_{no label} e^(zᵢ)) + ln(1 + Σ_{labels} e^(−zⱼ))
/// ∂L/∂zᵢ = e^(zᵢ) / (1 + Σ e^(zᵢ)) for no label        ∂L/∂zⱼ = −e^(−zⱼ) / (1 + Σ e^(−zⱼ)) for a label
/// </code>
/// The threshold between labels and others is 0. Also called ZLPR. With one label and no threshold it would be cross
/// entropy. Reference: J. Su, M. Zhu, A. Murtadha, S. Pan, B. Wen, Y. Liu, "ZLPR: A Novel Loss for Multi-label
/// Classification", 2022, arXiv:2208.02955.
/// </remarks>
public readonly struct MultiLabelSoftmaxLoss : IGraphLoss<MultiLabelSoftmaxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-label-softmax",
        Title = "multi-label softmax",
        Use = "Rows with few labels among many classes.",
        Avoid = "Probabilities are wanted: scores only tell the side of 0. Take multi-label soft margin.",
        Reference = "J. Su et al., ZLPR: A Novel Loss for Multi-label Classification, 2022, arXiv:2208.02955",
        Latex = @"\ln\left(1 + \sum_{i \notin Y} e^{z_i}\right) + \ln\left(1 + \sum_{j \in Y} e^{-z_j}\right)",
        Aliases = ["zlpr"],
        Names = new() { Chinese = "多标签 Softmax 损失" },
        Tasks = LossTask.MultiLabel,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfLabels;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfLabels(tape, inputs, new Formula());

    /// <summary>One row.</summary>
    private readonly struct Formula : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double value = 0;
            foreach (bool isLabel in (ReadOnlySpan<bool>)[false, true])
            {
                double sign = isLabel ? -1 : 1, largest = 0, sum = 0;
                for (int k = 0; k < row.Classes; k++)
                {
                    largest = row.Labels[k] > 0 == isLabel ? Math.Max(largest, sign * row.Scores[k]) : largest;
                }

                for (int k = 0; k < row.Classes; k++)
                {
                    sum += row.Labels[k] > 0 == isLabel ? RealFunctions.Exp((sign * row.Scores[k]) - largest) : 0;
                }

                double whole = RealFunctions.Exp(-largest) + sum;
                value += largest == 0 ? RealFunctions.Log1P(sum) : largest + RealFunctions.Log(whole);
                for (int k = 0; k < row.Classes; k++)
                {
                    bool isOwn = row.Labels[k] > 0 == isLabel;
                    gradient[k] = isOwn
                        ? sign * RealFunctions.Exp((sign * row.Scores[k]) - largest) / whole
                        : gradient[k];
                }
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.Tape.Add(
            rows.Tape.Formula(default(SoftplusOf), rows.LogSumOf(true, -1)),
            rows.Tape.Formula(default(SoftplusOf), rows.LogSumOf(false, 1)));
    }
}
