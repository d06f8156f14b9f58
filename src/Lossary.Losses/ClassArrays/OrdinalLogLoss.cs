using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Every class but the target costs by its probability, the more the farther it is from the target.</summary>
/// <remarks>
/// <code>
/// L = −Σₖ |k − y|^α ln(1 − pₖ)                  p = softmax(z)
/// ∂L/∂zⱼ = pⱼ (wⱼ − Σ_{k ≠ j} wₖ pₖ / (1 − pₖ)),  wₖ = |k − y|^α
/// </code>
/// Also called class-distance-weighted cross entropy, then with larger α. Reference: F. Castagnos, M. Mihelich, C.
/// Dognin, "A Simple Log-based Loss Function for Ordinal Text Classification", COLING 2022; G. Polat, I. Ergenc, H. T.
/// Kani, Y. O. Alahdab, O. Atug, A. Temizel, "Class Distance Weighted Cross-Entropy Loss for Ulcerative Colitis
/// Severity Estimation", 2022, arXiv:2202.05167.
/// </remarks>
/// <param name="alpha">α: how much more a far class costs than a near one; positive.</param>
public readonly struct OrdinalLogLoss(double alpha) : IGraphLoss<OrdinalLogLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 1.5, Domain.Positive, "how much more a far class costs than a near one");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ordinal-log",
        Title = "ordinal log",
        Use = "Ordered classes, as grades, where far misses must not happen.",
        Avoid = "Probabilities are wanted: it is not proper. Take the ranked probability score.",
        Reference = "G. Polat et al., Class Distance Weighted Cross-Entropy Loss for Ulcerative Colitis Severity "
            + "Estimation, 2022, arXiv:2202.05167",
        Latex = @"-\sum_k |k - y|^\alpha \ln(1 - p_k), \quad p = \operatorname{softmax}(z)",
        Aliases = ["cdw-ce", "oll"],
        Names = new() { Chinese = "有序对数损失" },
        Tasks = LossTask.Ordinal,
        Link = Link.Softmax,
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>How much more a far class costs than a near one.</summary>
    public double Alpha { get; } = AlphaCard.Bind(alpha).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(Alpha));

    /// <summary>One row.</summary>
    private readonly struct Formula(double alpha) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> p = row.Free(0), rest = row.Free(1), pulls = row.Free(2);
            RowSoftmax.Probabilities(row.Scores, p);
            Rests(p, rest);
            double value = 0, below = 0;
            for (int k = 0; k < row.Classes; k++)
            {
                int distance = Math.Abs(k - row.Target);
                double weight = distance == 0 ? 0 : RealFunctions.Exp(alpha * RealFunctions.Log((double)distance));
                value -= weight == 0 ? 0 : weight * RealFunctions.Log(rest[k]);
                pulls[k] = weight == 0 ? 0 : weight * p[k] / rest[k];
                gradient[k] = weight - below;
                below += pulls[k];
            }

            double above = 0;
            for (int k = row.Classes - 1; k >= 0; k--)
            {
                gradient[k] = p[k] * (gradient[k] - above);
                above += pulls[k];
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            double[] table = new double[rows.Classes * rows.Classes];
            for (int i = 0; i < table.Length; i++)
            {
                (int target, int k) = int.DivRem(i, rows.Classes);
                table[i] = k == target ? 0 : RealFunctions.Exp(alpha * RealFunctions.Log((double)Math.Abs(k - target)));
            }

            // The rest of the target's own probability does not count, also where it is 0.
            Tensor<T> rest = tape.MatMul(tape.Softmax(rows.Scores), tape.OffDiagonal(rows.Classes));
            Tensor<T> logs = tape.Log(tape.Where(rows.OneHot, tape.Constant(new Shape(1), [T.One]), rest));
            return tape.Negate(rows.Sum(tape.Multiply(rows.ByPair(table), logs)));
        }

        /// <summary>1 − pₖ as the sum of the others, from both ends, so that none is a difference.</summary>
        private static void Rests(ReadOnlySpan<double> p, Span<double> rest)
        {
            double below = 0, above = 0;
            for (int k = 0; k < p.Length; k++)
            {
                rest[k] = below;
                below += p[k];
            }

            for (int k = p.Length - 1; k >= 0; k--)
            {
                rest[k] += above;
                above += p[k];
            }
        }
    }
}
