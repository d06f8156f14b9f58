using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// WARP: the first of items drawn at random that outranks the chosen one pays, the more the sooner it was drawn.
/// </summary>
/// <remarks>
/// <code>
/// L = H(⌊(N − 1)/t⌋) (margin − p + sₜ)        sₜ the first of the drawn scores above p − margin; 0 where none is
/// H(k) = 1 + 1/2 + … + 1/k
/// </code>
/// An item that is found at once stands for many that outrank the chosen one: so the top of the order counts most. The
/// gradient is that of the drawn item's hinge. Reference: J. Weston, S. Bengio, N. Usunier, "WSABIE: Scaling Up to
/// Large Vocabulary Image Annotation", IJCAI 2011, doi:10.5591/978-1-57735-516-8/IJCAI11-460.
/// </remarks>
/// <param name="margin">How far below a score is to be; not negative.</param>
public readonly struct SampledRankLoss(double margin) : IGraphLoss<SampledRankLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.NonNegative, "how far below the chosen item's score the others' are to be");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "warp",
        Title = "weighted approximate-rank pairwise",
        Use = "Recommendation where the first few places matter, with negatives drawn one by one.",
        Avoid = "All items are scored at once anyway: ranking-softmax uses every score.",
        Reference = "J. Weston, S. Bengio, N. Usunier, WSABIE: Scaling Up to Large Vocabulary Image Annotation, 2011, "
            + "doi:10.5591/978-1-57735-516-8/IJCAI11-460",
        Latex = @"H\left(\lfloor (N - 1)/t \rfloor\right) (m - p + s_t),\quad t = \min \{j : s_j > p - m\}",
        Aliases = ["wsabie"],
        Names = new() { Chinese = "加权近似排序成对损失" },
        Tasks = LossTask.Ranking,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. SampledItems.Scores,
        new("items", "N", InputKind.Count, "1", "how many items there are to draw from"),
    ];

    /// <summary>How far below a score is to be.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(SampledRankLoss loss, LossInputs<double> inputs, RandomStream random) =>
        inputs["items"].Values[0] = 40;

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> chosen = inputs["positive"], drawn = inputs["negatives"];
        int rows = drawn.Shape[0], draws = drawn.Shape[1];
        double others = double.CreateTruncating(inputs["items"].Scalar) - 1;
        int[] first = tape.RentArray<int>(rows);
        Tensor<T> weights = tape.Rent(new Shape(rows));
        for (int i = 0; i < rows; i++)
        {
            T bar = chosen.Values[i] - T.CreateTruncating(Margin.Value);
            int draw = 0;
            while (draw < draws && drawn.Values[(i * draws) + draw] <= bar)
            {
                draw++;
            }

            first[i] = int.Min(draw, draws - 1);
            weights.Values[i] = T.CreateTruncating(draw < draws ? Harmonic(Math.Floor(others / (draw + 1))) : 0);
        }

        Tensor<T> ahead = tape.Subtract(tape.Pick(drawn, tape.OneHot<T>(first, draws)), chosen);
        return new(tape.Multiply(weights, tape.Shift(ahead, Margin.Value)));
    }

    /// <summary>1 + 1/2 + … + 1/k; far out by its expansion, whose next part is below 1/(252 k⁶).</summary>
    internal static double Harmonic(double k)
    {
        if (k > 300)
        {
            double square = 1 / (k * k);
            return Math.Log(k) + 0.57721566490153286 + (0.5 / k) - (square / 12) + (square * square / 120);
        }

        double sum = 0;
        for (int i = 1; i <= k; i++)
        {
            sum += 1.0 / i;
        }

        return sum;
    }
}
