using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The hinge loss between every label of a row and every class that is none: labels must score higher by 1.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ_{j a label, i none} max(0, 1 − (zⱼ − zᵢ)) / K
/// ∂L/∂zⱼ = −how many violate / K for a label, + for the others; 0 at the kink
/// </code>
/// Quadratic in the classes. A row without labels, or with all, costs nothing. Reference: K. Crammer, Y. Singer, "A
/// Family of Additive Online Algorithms for Category Ranking", Journal of Machine Learning Research 3 (2003) 1025–1058.
/// </remarks>
public readonly struct MultiLabelMarginLoss : IGraphLoss<MultiLabelMarginLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-label-margin",
        Title = "multi-label margin",
        Use = "Rows with several labels, where labels are to rank above the rest and no probability is wanted.",
        Avoid = "Many classes, or a threshold is wanted: take ZLPR.",
        Reference = "K. Crammer, Y. Singer, A Family of Additive Online Algorithms for Category Ranking, Journal of "
            + "Machine Learning Research 3 (2003) 1025–1058",
        Latex = @"\frac{1}{K} \sum_{j \in Y} \sum_{i \notin Y} \max(0, 1 - z_j + z_i)",
        Names = new() { PyTorch = "MultiLabelMarginLoss", Chinese = "多标签间隔损失" },
        Translations =
        [
            new(
                "torch.nn.MultiLabelMarginLoss()",
                "multi-label-margin",
                "targets there are lists of class numbers, ended by −1"),
        ],
        Tasks = LossTask.MultiLabel,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfLabels;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfLabels(tape, inputs, new Formula());

    /// <summary>One row.</summary>
    private readonly struct Formula : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            gradient.Clear();
            double value = 0;
            for (int j = 0; j < row.Classes; j++)
            {
                for (int i = 0; i < row.Classes && row.Labels[j] > 0; i++)
                {
                    double violation = 1 - row.Scores[j] + row.Scores[i];
                    if (row.Labels[i] == 0 && !(violation <= 0))
                    {
                        value += violation;
                        gradient[j] -= 1.0 / row.Classes;
                        gradient[i] += 1.0 / row.Classes;
                    }
                }
            }

            return value / row.Classes;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            // Shape [n, label, other]: by how much each label is not far enough above each other class.
            Tape<T> tape = rows.Tape;
            int n = rows.Scores.Shape[0], classes = rows.Classes;
            Shape asLabel = new(n, classes, 1), asOther = new(n, 1, classes);
            Tensor<T> others = tape.Shift(tape.Negate(rows.Labels), 1);
            Tensor<T> counts = tape.Multiply(tape.Reshape(rows.Labels, asLabel), tape.Reshape(others, asOther));
            Tensor<T> gaps = tape.Subtract(tape.Reshape(rows.Scores, asOther), tape.Reshape(rows.Scores, asLabel));
            Tensor<T> violations = tape.Multiply(counts, tape.Relu(tape.Shift(gaps, 1)));
            return tape.Scale(tape.Sum(violations, [-2, -1]), 1.0 / classes);
        }
    }
}
