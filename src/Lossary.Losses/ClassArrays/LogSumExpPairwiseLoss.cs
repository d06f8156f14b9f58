using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A smooth ranking of labels above the rest: the pairs that are most wrong pull, all at once.</summary>
/// <remarks>
/// <code>
/// L = ln(1 + Σ_{j a label, i none} e^(zᵢ − zⱼ)) = ln(1 + Σ e^(zᵢ) · Σ e^(−zⱼ))
/// ∂L/∂zᵢ = σ(…) softmax(zᵢ) among the others        ∂L/∂zⱼ = −σ(…) softmax(−zⱼ) among the labels
/// </code>
/// Only differences count: there is no threshold. A row without labels, or with all, costs nothing. Reference: Y. Li,
/// Y. Song, J. Luo, "Improving Pairwise Ranking for Multi-label Image Classification", CVPR 2017, arXiv:1704.03135.
/// </remarks>
public readonly struct LogSumExpPairwiseLoss : IGraphLoss<LogSumExpPairwiseLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-sum-exp-pairwise",
        Title = "log-sum-exp pairwise",
        Use = "Rows with several labels that are to rank above the rest.",
        Avoid = "It must be said how many labels a row has: there is no threshold. Take ZLPR.",
        Reference = "Y. Li et al., Improving Pairwise Ranking for Multi-label Image Classification, 2017, "
            + "arXiv:1704.03135",
        Latex = @"\ln\left(1 + \sum_{j \in Y} \sum_{i \notin Y} e^{z_i - z_j}\right)",
        Aliases = ["lsep"],
        Names = new() { Chinese = "对数和指数成对损失" },
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
            double labels = LogSum(row, true), others = LogSum(row, false), both = labels + others;
            if (double.IsNegativeInfinity(both))
            {
                gradient.Clear();
                return 0;
            }

            double pull = RealFunctions.Sigmoid(both);
            for (int k = 0; k < row.Classes; k++)
            {
                gradient[k] = row.Labels[k] > 0
                    ? -pull * RealFunctions.Exp(-row.Scores[k] - labels)
                    : pull * RealFunctions.Exp(row.Scores[k] - others);
            }

            return RealFunctions.Softplus(both);
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.Tape.Formula(default(SoftplusOf), rows.Tape.Add(rows.LogSumOf(true, -1), rows.LogSumOf(false, 1)));

        private static double LogSum(ClassRow row, bool ofLabels)
        {
            double sign = ofLabels ? -1 : 1, log = double.NegativeInfinity;
            for (int k = 0; k < row.Classes; k++)
            {
                log = row.Labels[k] > 0 == ofLabels ? LogAdd.Of(log, sign * row.Scores[k]) : log;
            }

            return log;
        }
    }
}
