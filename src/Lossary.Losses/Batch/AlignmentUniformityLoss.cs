using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Two views of a sample are to be near each other, and all samples spread evenly over the sphere.</summary>
/// <remarks>
/// <code>
/// L = mean ‖x − y‖^α + λ ln mean_{i&lt;j} e^(−t ‖xᵢ − xⱼ‖²)        on unit vectors
/// </code>
/// Uniformity is that of the first view. One number for the whole batch. Reference: T. Wang and P. Isola,
/// "Understanding Contrastive Representation Learning through Alignment and Uniformity on the Hypersphere", ICML
/// 2020, arXiv:2005.10242.
/// </remarks>
/// <param name="power">The power of the distance between two views; 1 and above.</param>
/// <param name="sharpness">What squared distances are multiplied by; positive.</param>
/// <param name="uniformity">What uniformity weighs.</param>
public readonly struct AlignmentUniformityLoss(double power, double sharpness, double uniformity)
    : IGraphLoss<AlignmentUniformityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "power", @"\alpha", 2, new Domain(1, double.PositiveInfinity, true, false),
        "the power of the distance between two views");

    private static readonly ParameterCard SharpnessCard = new(
        "sharpness", @"t", 2, Domain.Positive, "what squared distances are multiplied by");

    private static readonly ParameterCard UniformityCard = new(
        "uniformity", @"\lambda", 1, Domain.NonNegative, "what uniformity weighs");

    private readonly Parameter _power = PowerCard.Bind(power);
    private readonly Parameter _sharpness = SharpnessCard.Bind(sharpness);
    private readonly Parameter _uniformity = UniformityCard.Bind(uniformity);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "align-uniform",
        Title = "alignment and uniformity",
        Use = "Representations without labels where the two aims are to be weighed against each other, or watched.",
        Avoid = "Small batches: too few pairs to say how even the sphere is covered.",
        Reference = "T. Wang, P. Isola, Understanding Contrastive Representation Learning through Alignment and "
            + "Uniformity on the Hypersphere, 2020, arXiv:2005.10242",
        Latex = @"\frac{1}{n} \sum_i \lVert x_i - y_i\rVert^\alpha"
            + @" + \lambda \ln \frac{2}{n (n - 1)} \sum_{i < j} e^{-t \lVert x_i - x_j\rVert^2}",
        Aliases = ["alignment-uniformity"],
        Names = new() { Chinese = "对齐与均匀性损失" },
        Translations =
        [
            new(
                "lightly.loss.HypersphereLoss(t=1.0, lam=1.0, alpha=2.0)",
                "align-uniform:power={alpha},sharpness={t},uniformity={lam}",
                "uniformity is the mean of both views'"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [PowerCard, SharpnessCard, UniformityCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [BatchInputs.FirstView, BatchInputs.SecondView];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> first = tape.NormaliseRows(inputs["first"]), second = tape.NormaliseRows(inputs["second"]);
        Tensor<T> squares = tape.RowMeasure(default(SquaredEuclideanRows), first, second);
        Tensor<T> apart = tape.Mean(tape.Formula(new HalfPower(0.5 * _power.Value), squares));
        Tensor<T> crowding = Crowding(tape, first);
        return new(tape.Add(apart, tape.Scale(crowding, _uniformity.Value)));
    }

    /// <summary>ln of the mean of e^(−t d²) over all pairs of one view; 0 where there is no pair.</summary>
    private Tensor<T> Crowding<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = rows.Shape[0];
        if (count < 2)
        {
            return tape.Constant(new Shape(1), [T.Zero]);
        }

        LogSumExpTerm term = new(-_sharpness.Value, (i, j) => i == j);
        Tensor<T> sums = tape.BatchTerms(term, PairMeasure.SquaredEuclidean, rows, rows).Values;
        return tape.Shift(tape.LogSumExp(sums, [0]), -Math.Log((double)count * (count - 1)));
    }

    /// <summary>A squared distance to half the power: 0, with a slope of 0, at 0.</summary>
    private readonly struct HalfPower(double power) : ISampleFormula
    {
        private readonly double _power = power;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(0, x[0], TLane.Pow(x[0], _power), 0 * x[0]);
    }
}
