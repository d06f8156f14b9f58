using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy that spares rare classes the pressure of frequent ones, but not where they are mistaken.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln (e^(z_y) / Σₖ Sₖ e^(zₖ)),  S_y = 1
/// Sₖ = min(1, (nₖ / n_y))^p · max(1, e^(zₖ − z_y))^q
/// </code>
/// The first factor mitigates what frequent classes push down rare ones, by counts so far, each at least 1. The second
/// compensates where class k is likelier than the true one; S has no gradient. Reference: J. Wang et al., Seesaw Loss
/// for Long-Tailed Instance Segmentation, 2021, arXiv:2008.10032.
/// </remarks>
/// <param name="p">How far frequent classes spare rare ones; not negative.</param>
/// <param name="q">How far a likelier wrong class is pushed down all the same; not negative.</param>
public readonly struct SeesawLoss(double p, double q) : IGraphLoss<SeesawLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PCard = new(
        "p", "p", 0.8, Domain.NonNegative, "how far frequent classes spare rare ones");

    private static readonly ParameterCard QCard = new(
        "q", "q", 2, Domain.NonNegative, "how far a likelier wrong class is pushed down all the same");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "seesaw",
        Title = "seesaw",
        Use = "Several classes with a long tail, as in instance segmentation, with counts kept while training.",
        Avoid = "Classes are about as frequent: take cross-entropy. For probabilities of the training shares take "
            + "logit-adjusted.",
        Reference = "J. Wang et al., Seesaw Loss for Long-Tailed Instance Segmentation, 2021, arXiv:2008.10032",
        Latex = @"-\ln \frac{e^{z_y}}{\sum_k S_k e^{z_k}}, \quad S_k = \min\left(1, \tfrac{n_k}{n_y}\right)^p "
            + @"\max\left(1, \tfrac{p_k}{p_y}\right)^q",
        Names = new() { Chinese = "跷跷板损失" },
        Translations =
        [
            new(
                "mmdet.models.losses.SeesawLoss(p=0.8, q=2.0)",
                "seesaw:p={p},q={q}",
                "it counts the classes, which are an input here, and adds a loss of objects against background"),
        ],
        Tasks = LossTask.MultiClass,
        Parameters = [PCard, QCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        ClassCards.Counts,
    ];

    /// <summary>How far frequent classes spare rare ones.</summary>
    public Parameter P { get; } = PCard.Bind(p);

    /// <summary>How far a likelier wrong class is pushed down all the same.</summary>
    public Parameter Q { get; } = QCard.Bind(q);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(P.Value, Q.Value, ClassCards.Numbers(tape, inputs, "count")));

    /// <summary>One row.</summary>
    private readonly struct Formula(double p, double q, double[] counts) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> adjusted = row.Free(0);
            double own = Math.Max(1, counts[row.Target]), score = row.Scores[row.Target];
            for (int k = 0; k < row.Classes; k++)
            {
                double mitigation = p * Math.Min(0, RealFunctions.Log(Math.Max(1, counts[k]) / own));
                double compensation = q * Math.Max(0, row.Scores[k] - score);
                adjusted[k] = row.Scores[k] + mitigation + compensation;
            }

            return RowSoftmax.CrossEntropy(adjusted, row.Target, gradient);
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> own = tape.Reshape(rows.OfTarget(rows.Scores), new Shape(rows.Scores.Shape[0], 1));
            Tensor<T> compensation = tape.Scale(tape.Relu(tape.Subtract(rows.Scores, own)), q);
            Tensor<T> mitigated = tape.Add(rows.Scores, rows.ByPair(Mitigations()));
            return rows.CrossEntropy(tape.Add(mitigated, tape.Detach(compensation)));
        }

        /// <summary>What each class, by column, is lowered by beside each target, by row.</summary>
        private double[] Mitigations()
        {
            double[] table = new double[counts.Length * counts.Length];
            for (int i = 0; i < table.Length; i++)
            {
                (int target, int k) = int.DivRem(i, counts.Length);
                table[i] = p * Math.Min(0, RealFunctions.Log(Math.Max(1, counts[k]) / Math.Max(1, counts[target])));
            }

            return table;
        }
    }
}
