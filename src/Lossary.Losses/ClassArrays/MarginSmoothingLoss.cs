using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy whose scores may lie apart by a margin, and pay for more.</summary>
/// <remarks>
/// <code>
/// L = ln Σₖ exp(zₖ) − z_y + α Σₖ max(0, maxⱼ zⱼ − zₖ − m)
/// </code>
/// Label smoothing is the case m = 0 of it, but for the form of the penalty. Reference: B. Liu, I. Ben Ayed, A.
/// Galdran, J. Dolz, The Devil is in the Margin: Margin-based Label Smoothing for Network Calibration, 2022,
/// arXiv:2111.15430.
/// </remarks>
/// <param name="alpha">What a score beyond the margin costs; not negative.</param>
/// <param name="margin">How far scores may lie apart; not negative.</param>
public readonly struct MarginSmoothingLoss(double alpha, double margin)
    : IGraphLoss<MarginSmoothingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.1, Domain.NonNegative, "what a score beyond the margin costs");

    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 10, Domain.NonNegative, "how far scores may lie apart");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "margin-smoothing",
        Title = "margin-based label smoothing",
        Use = "Classes whose probabilities are to be calibrated, without dulling them as smoothing does.",
        Avoid = "Scores lie apart by less than the margin anyway: take cross-entropy with smoothing.",
        Reference = "B. Liu, I. Ben Ayed, A. Galdran, J. Dolz, The Devil is in the Margin: Margin-based Label "
            + "Smoothing for Network Calibration, 2022, arXiv:2111.15430",
        Latex = @"\ln \sum_k e^{z_k} - z_y + \alpha \sum_k \max(0, \max_j z_j - z_k - m)",
        Aliases = ["mbls"],
        Names = new() { Chinese = "间隔标签平滑损失" },
        Tasks = LossTask.MultiClass,
        Parameters = [AlphaCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>What a score beyond the margin costs.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How far scores may lie apart.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(Alpha.Value, Margin.Value));

    /// <summary>One row.</summary>
    private readonly struct Formula(double alpha, double margin) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            double value = RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient);
            int top = 0;
            for (int k = 1; k < row.Classes; k++)
            {
                top = row.Scores[k] > row.Scores[top] ? k : top;
            }

            for (int k = 0; k < row.Classes; k++)
            {
                double beyond = row.Scores[top] - row.Scores[k] - margin;
                if (beyond > 0)
                {
                    value += alpha * beyond;
                    gradient[top] += alpha;
                    gradient[k] -= alpha;
                }
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> below = tape.Subtract(tape.Max(rows.Scores, [-1], keepDimensions: true), rows.Scores);
            Tensor<T> beyond = rows.Sum(tape.Relu(tape.Shift(below, -margin)));
            return tape.Add(rows.CrossEntropy(rows.Scores), tape.Scale(beyond, alpha));
        }
    }
}
