using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean over the classes of binary cross entropy: each score is a logit of its own.</summary>
/// <remarks>
/// <code>
/// L = Σₖ wₖ (tₖ ln(1 + e^(−zₖ)) + (1 − tₖ) ln(1 + e^(zₖ))) / K
/// ∂L/∂zⱼ = wⱼ (σ(zⱼ) − tⱼ) / K
/// </code>
/// A mean: one-versus-all is the sum, K times as large. Labels may be shares between 0 and 1. Reference: M.-L. Zhang,
/// Z.-H. Zhou, "A Review on Multi-Label Learning Algorithms", IEEE Transactions on Knowledge and Data Engineering 26
/// (2014) 1819–1837.
/// </remarks>
public readonly struct MultiLabelSoftMarginLoss : IGraphLoss<MultiLabelSoftMarginLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-label-soft-margin",
        Title = "multi-label soft margin",
        Use = "Rows with several labels, where the probability of each is wanted: the default.",
        Avoid = "Labels that are rare in each row: the others drown them. Take asymmetric or ZLPR.",
        Reference = "M.-L. Zhang, Z.-H. Zhou, A Review on Multi-Label Learning Algorithms, 2014, "
            + "doi:10.1109/TKDE.2013.39",
        Latex = @"\frac{1}{K} \sum_k w_k \left(t_k \ln(1 + e^{-z_k}) + (1 - t_k) \ln(1 + e^{z_k})\right)",
        Names = new() { PyTorch = "MultiLabelSoftMarginLoss", Chinese = "多标签软间隔损失" },
        Translations =
        [
            new("torch.nn.MultiLabelSoftMarginLoss()", "multi-label-soft-margin"),
        ],
        Tasks = LossTask.MultiLabel,
        Link = Link.Logit,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        new(
            ClassCards.Label, "t", InputKind.Probability, "n, k",
            "1 for each label that a row bears, 0 for the others; or a share"),
        new("weight", "w", InputKind.NonNegative, "k", "what each class counts; 1 if left out") { IsOptional = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[]? weights = inputs.Find("weight") is null ? null : ClassCards.Numbers(tape, inputs, "weight");
        return RowOperation.OfLabels(tape, inputs, new Formula(weights));
    }

    /// <summary>One row.</summary>
    private readonly struct Formula(double[]? weights) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double value = 0;
            for (int k = 0; k < row.Classes; k++)
            {
                double weight = (weights is null ? 1 : weights[k]) / row.Classes;
                double z = row.Scores[k], t = row.Labels[k];
                value += weight == 0 ? 0 : weight * Cost(z, t);
                gradient[k] = weight == 0
                    ? 0
                    : weight * (((1 - t) * RealFunctions.Sigmoid(z)) - (t * RealFunctions.Sigmoid(-z)));
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            double[] shares = new double[rows.Classes];
            for (int k = 0; k < shares.Length; k++)
            {
                shares[k] = (weights is null ? 1 : weights[k]) / shares.Length;
            }

            Tensor<T> all = rows.Tape.BroadcastTo(rows.ByClass(shares), rows.Scores.Shape);
            return rows.Sum(rows.Tape.Formula(default(WeightedCrossEntropy), rows.Scores, rows.Labels, all));
        }

        /// <summary>What has no share costs nothing at infinity, where 0 · ∞ would be NaN.</summary>
        private static double Cost(double z, double t) =>
            (t == 0 ? 0 : t * RealFunctions.Softplus(-z)) + (t == 1 ? 0 : (1 - t) * RealFunctions.Softplus(z));
    }
}
