using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Embeddings are to be distributed as a standard normal, by a test of normality along some directions.
/// </summary>
/// <remarks>
/// <code>
/// x = E a / ‖a‖ for each direction a
/// L = n ∫ |mean of e^(itx) − e^(−t²/2)|² e^(−t²/2) dt     from −T to T, by the trapezoidal rule
/// </code>
/// The test is that of Epps and Pulley. Draw new directions for each batch: 1024 will do. LeJEPA adds it to the squared
/// distance of views with a weight of 0.05. Memory is samples · directions numbers for each knot. There is one term for
/// each direction. Reference: R. Balestriero, Y. LeCun, LeJEPA: Provable and Scalable Self-Supervised Learning Without
/// the Heuristics, 2025, arXiv:2511.08544.
/// </remarks>
/// <param name="range">The largest frequency that is compared; positive.</param>
/// <param name="knots">At how many frequencies from 0 on; a whole number from 2.</param>
public readonly struct SketchedGaussianLoss(double range, double knots)
    : IGraphLoss<SketchedGaussianLoss>, IDocumentedLoss
{
    private static readonly ParameterCard RangeCard = new(
        "range", "T", 3, Domain.Positive, "the largest frequency that is compared");

    private static readonly ParameterCard KnotsCard = new(
        "knots", "K", 17, new Domain(2, 10000, true, true), "at how many frequencies from 0 on");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sigreg",
        Title = "sketched isotropic Gaussian regularisation (SIGReg)",
        Use = "Representations without labels, in the place of stopped gradients, teachers or negatives.",
        Avoid = "Embeddings are compared by their cosine: take align-uniform or vicreg.",
        Reference = "R. Balestriero, Y. LeCun, LeJEPA: Provable and Scalable Self-Supervised Learning Without the "
            + "Heuristics, 2025, arXiv:2511.08544",
        Latex = @"n \int_{-T}^{T} \left|\overline{e^{i t x}} - e^{-t^2 / 2}\right|^2 e^{-t^2 / 2} dt",
        Aliases = ["lejepa"],
        Names = new() { Chinese = "SIGReg 正则损失" },
        Tasks = LossTask.SelfSupervised,
        Parameters = [RangeCard, KnotsCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        new("directions", "a", InputKind.Real, "m, d", "directions to look along, of any length"),
    ];

    /// <summary>The largest frequency that is compared.</summary>
    public Parameter Range { get; } = RangeCard.Bind(range);

    /// <summary>At how many frequencies from 0 on.</summary>
    public Parameter Knots { get; } = KnotsCard.Bind(knots);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(inputs["directions"]);
        Tensor<T> projections = tape.MatMul(inputs["embeddings"], tape.Transpose(directions));
        int knots = (int)Knots.Value;
        double step = Range.Value / (knots - 1);
        Tensor<T>? total = null;
        for (int knot = 0; knot < knots; knot++)
        {
            // Twice the half line, whose ends count half; e^(−t²/2) once more as the weight.
            double t = knot * step, normal = Math.Exp(-0.5 * t * t);
            double weight = normal * (knot == 0 || knot == knots - 1 ? step : 2 * step);
            Tensor<T> turns = tape.Scale(projections, t / (2 * Math.PI));
            Tensor<T> cosine = tape.Shift(tape.Mean(tape.Formula(default(LessCosine), turns), [0]), normal - 1);
            Tensor<T> sine = tape.Mean(tape.Formula(default(Sine), turns), [0]);
            Tensor<T> gap = tape.Scale(tape.Add(tape.Square(cosine), tape.Square(sine)), weight * inputs.Extent("n"));
            total = total is null ? gap : tape.Add(total, gap);
        }

        return new(total!);
    }

    private readonly struct LessCosine : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => Turns.LessCosine(x[0]);
    }

    private readonly struct Sine : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => Turns.Sine(x[0]);
    }
}
