using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy that asks for a margin, the larger the rarer the class.</summary>
/// <remarks>
/// <code>
/// L = cross entropy of s (z − Δ_y e_y)            Δₖ = m nₖ^(−¼) / max nⱼ^(−¼)
/// ∂L/∂zⱼ = s (softmax(…)ⱼ − 1[j = y])
/// </code>
/// Scores are meant to be cosines, hence s. Often class weights are added late in training (DRW). A class without rows
/// has the margin of one with a single row. Reference: K. Cao, C. Wei, A. Gaidon, N. Arechiga, T. Ma, "Learning
/// Imbalanced Datasets with Label-Distribution-Aware Margin Loss", NeurIPS 2019, arXiv:1906.07413.
/// </remarks>
/// <param name="margin">m: the margin of the rarest class; 0 or more.</param>
/// <param name="scale">s: what scores are multiplied by; positive.</param>
public readonly struct LabelDistributionMarginLoss(double margin, double scale)
    : IGraphLoss<LabelDistributionMarginLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "m", @"m", 0.5, Domain.NonNegative, "the margin of the rarest class");

    private static readonly ParameterCard ScaleCard = new(
        "s", @"s", 30, Domain.Positive, "what scores are multiplied by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "label-distribution-margin",
        Title = "label-distribution-aware margin",
        Use = "Several classes with a long tail, by a network whose scores are cosines.",
        Avoid = "Scores of any size: the margin then means nothing. Take logit adjustment.",
        Reference = "K. Cao et al., Learning Imbalanced Datasets with Label-Distribution-Aware Margin Loss, 2019, "
            + "arXiv:1906.07413",
        Latex = @"-\ln \frac{e^{s (z_y - \Delta_y)}}{e^{s (z_y - \Delta_y)} + \sum_{k \ne y} e^{s z_k}}, \quad "
            + @"\Delta_k \propto n_k^{-1/4}",
        Aliases = ["ldam"],
        Names = new() { Chinese = "标签分布感知间隔损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [MarginCard, ScaleCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [ClassCards.Scores, ClassCards.Targets, ClassCards.Counts];

    /// <summary>The margin of the rarest class.</summary>
    public double Margin { get; } = MarginCard.Bind(margin).Value;

    /// <summary>What scores are multiplied by.</summary>
    public double Scale { get; } = ScaleCard.Bind(scale).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] margins = Margins(ClassCards.Numbers(tape, inputs, ClassCards.Counts.Name));
        return RowOperation.OfClasses(tape, inputs, new Formula(Scale, margins));
    }

    private double[] Margins(double[] counts)
    {
        double[] margins = [.. counts.Select(count => 1 / Math.Sqrt(Math.Sqrt(Math.Max(1, count))))];
        double largest = margins.Max(), margin = Margin;
        return [.. margins.Select(x => margin * x / largest)];
    }

    /// <summary>One row.</summary>
    private readonly struct Formula(double scale, double[] margins) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> scaled = row.Free(0);
            for (int k = 0; k < row.Classes; k++)
            {
                scaled[k] = scale * (row.Scores[k] - (k == row.Target ? margins[k] : 0));
            }

            double value = RowSoftmax.CrossEntropy(scaled, row.Target, gradient);
            foreach (ref double slope in gradient)
            {
                slope *= scale;
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> lowered = tape.Subtract(rows.Scores, tape.Multiply(rows.OneHot, rows.ByClass(margins)));
            return rows.CrossEntropy(tape.Scale(lowered, scale));
        }
    }
}
