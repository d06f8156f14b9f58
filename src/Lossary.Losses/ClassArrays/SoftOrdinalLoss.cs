using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy against labels that are spread over the neighbouring classes.</summary>
/// <remarks>
/// <code>
/// L = −Σₖ qₖ ln pₖ                  p = softmax(z), q = softmax(−φ), φₖ = s |k − y|^a
/// ∂L/∂zⱼ = pⱼ − qⱼ
/// </code>
/// Also called SORD. At a = 2 the labels are a Gaussian bell; s → ∞ is cross entropy. Reference: R. Díaz, A. Marathe,
/// "Soft Labels for Ordinal Regression", CVPR 2019, 4733–4742.
/// </remarks>
/// <param name="sharpness">s: how fast a label fades with the distance; positive.</param>
/// <param name="power">a: the power of the distance; positive.</param>
public readonly struct SoftOrdinalLoss(double sharpness, double power) : IGraphLoss<SoftOrdinalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SharpnessCard = new(
        "s", @"s", 1, Domain.Positive, "how fast a label fades with the distance");

    private static readonly ParameterCard PowerCard = new(
        "a", @"a", 1, Domain.Positive, "the power of the distance");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-ordinal",
        Title = "soft ordinal labels",
        Use = "Ordered classes, as ages or grades, whose neighbours are easily taken for one another.",
        Avoid = "The probabilities of the labels themselves are wanted: they come out spread. Take the ranked "
            + "probability score.",
        Reference = "R. Díaz, A. Marathe, Soft Labels for Ordinal Regression, 2019, doi:10.1109/CVPR.2019.00487",
        Latex = @"-\sum_k q_k \ln p_k, \quad q_k \propto e^{-s |k - y|^a}",
        Aliases = ["sord"],
        Names = new() { Chinese = "软有序标签损失" },
        Tasks = LossTask.Ordinal,
        Link = Link.Softmax,
        Parameters = [SharpnessCard, PowerCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>How fast a label fades with the distance.</summary>
    public double Sharpness { get; } = SharpnessCard.Bind(sharpness).Value;

    /// <summary>The power of the distance.</summary>
    public double Power { get; } = PowerCard.Bind(power).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(Sharpness, Power));

    /// <summary>One row.</summary>
    private readonly struct Formula(double sharpness, double power) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> distances = row.Free(0), q = row.Free(1), logs = row.Free(2);
            for (int k = 0; k < row.Classes; k++)
            {
                int distance = Math.Abs(k - row.Target);
                distances[k] = distance == 0
                    ? 0
                    : -sharpness * RealFunctions.Exp(power * RealFunctions.Log((double)distance));
            }

            RowSoftmax.Probabilities(distances, q);
            RowSoftmax.Logarithms(row.Scores, logs);
            double value = 0;
            for (int k = 0; k < row.Classes; k++)
            {
                value -= q[k] == 0 ? 0 : q[k] * logs[k];
                gradient[k] = RealFunctions.Exp(logs[k]) - q[k];
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            double[] table = new double[rows.Classes * rows.Classes];
            for (int i = 0; i < table.Length; i++)
            {
                int distance = Math.Abs((i % rows.Classes) - (i / rows.Classes));
                double fading = distance == 0 ? 0 : RealFunctions.Exp(power * RealFunctions.Log((double)distance));
                table[i] = -sharpness * fading;
            }

            Tensor<T> shares = tape.Softmax(rows.ByPair(table));
            return tape.Negate(rows.Sum(tape.Multiply(shares, tape.LogSoftmax(rows.Scores))));
        }
    }
}
