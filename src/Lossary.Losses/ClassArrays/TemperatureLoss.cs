using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of scores divided by a temperature: below 1 small differences count much, above 1 little.
/// </summary>
/// <remarks>
/// <code>
/// L = cross entropy of z/τ
/// ∂L/∂zⱼ = (softmax(z/τ)ⱼ − 1[j = y]) / τ
/// </code>
/// Gradients grow by 1/τ too. Reference: Z. Wu, Y. Xiong, S. X. Yu, D. Lin, "Unsupervised Feature Learning via
/// Non-Parametric Instance Discrimination", CVPR 2018, arXiv:1805.01978.
/// </remarks>
/// <param name="tau">τ: what scores are divided by; positive.</param>
public readonly struct TemperatureLoss(double tau) : IGraphLoss<TemperatureLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TauCard = new(
        "tau", @"\tau", 0.1, Domain.Positive, "what scores are divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "temperature",
        Title = "cross entropy with temperature",
        Use = "Scores of bounded size, as cosines, that could otherwise not name a class with certainty.",
        Avoid = "Scores that a model scales by itself: it undoes τ. Take cross entropy.",
        Reference = "Z. Wu et al., Unsupervised Feature Learning via Non-Parametric Instance Discrimination, 2018, "
            + "arXiv:1805.01978",
        Latex = @"\ln \sum_k e^{z_k / \tau} - \frac{z_y}{\tau}",
        Aliases = ["temperature-cross-entropy"],
        Names = new() { Chinese = "温度交叉熵" },
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [TauCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>What scores are divided by.</summary>
    public double Tau { get; } = TauCard.Bind(tau).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(1 / Tau));

    /// <summary>One row.</summary>
    private readonly struct Formula(double inverse) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> scaled = row.Free(0);
            for (int k = 0; k < row.Classes; k++)
            {
                scaled[k] = inverse * row.Scores[k];
            }

            double value = RowSoftmax.CrossEntropy(scaled, row.Target, gradient);
            foreach (ref double slope in gradient)
            {
                slope *= inverse;
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T> =>
            rows.CrossEntropy(rows.Tape.Scale(rows.Scores, inverse));
    }
}
