using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Two predictions along one path are to agree; how far apart they are counts almost linearly.</summary>
/// <remarks>
/// <code>
/// L = √(‖p − q‖² + c²) − c     with c = u √d
/// </code>
/// Reference: Y. Song, P. Dhariwal, Improved Techniques for Training Consistency Models, 2023, arXiv:2310.14189.
/// </remarks>
/// <param name="unit">C for one number; it grows with the root of their count; positive.</param>
public readonly struct ConsistencyLoss(double unit) : IGraphLoss<ConsistencyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard UnitCard = new(
        "unit", "u", 0.00054, Domain.Positive, "c for one number; it grows with the root of their count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "consistency",
        Title = "consistency (pseudo-Huber)",
        Use = "Training a model that samples in one step.",
        Avoid = "Many steps of sampling are affordable: a diffusion or flow-matching is simpler to train.",
        Reference = "Y. Song, P. Dhariwal, Improved Techniques for Training Consistency Models, 2023, "
            + "arXiv:2310.14189",
        Latex = @"\sqrt{\lVert p - q \rVert^2 + c^2} - c, \quad c = u \sqrt{d}",
        Aliases = ["consistency-pseudo-huber"],
        Names = new() { Chinese = "一致性损失" },
        Tasks = LossTask.Generation,
        Parameters = [UnitCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("teacher", "q", InputKind.Real, "n, …", "what the network says one step nearer to the sample, a constant"),
    ];

    /// <summary>C for one number; it grows with the root of their count.</summary>
    public Parameter Unit { get; } = UnitCard.Bind(unit);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> prediction = inputs["prediction"];
        Tensor<T> squares = tape.Square(tape.Subtract(prediction, inputs["teacher"]));
        double c = Unit.Value * Math.Sqrt(GenerativeInputs.WidthOf(prediction.Shape));
        return new(tape.Formula(new Core(new Parameter("c", c)), GenerativeInputs.SumOfSample(tape, squares)));
    }

    private readonly struct Core(Parameter c) : ISampleFormula
    {
        private readonly Parameter _c = c;

        // x / (√(x + c²) + c): the difference of both roots would leave no digit of a small x.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane c = _c;
            return x[0] / (TLane.Sqrt(x[0] + (c * c)) + c);
        }
    }
}
