using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A network is to satisfy a differential equation inside, its conditions on the boundary, and what was measured.
/// </summary>
/// <remarks>
/// <code>
/// L = mean r² + λ mean b² + μ mean d²
/// </code>
/// r is what is left of the equation at points inside, by derivatives of the network; b of the conditions at points of
/// the boundary, also in time; d the network less the measurements. There is one term for the batch. Reference: M.
/// Raissi, P. Perdikaris, G. E. Karniadakis, Physics-Informed Neural Networks, 2019, doi:10.1016/j.jcp.2018.10.045.
/// </remarks>
/// <param name="boundaryWeight">What the boundary counts; not negative.</param>
/// <param name="dataWeight">What the measurements count; not negative.</param>
public readonly struct PhysicsInformedLoss(double boundaryWeight, double dataWeight)
    : IGraphLoss<PhysicsInformedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BoundaryWeightCard = new(
        "boundary-weight", @"\lambda", 1, Domain.NonNegative, "what the boundary counts");

    private static readonly ParameterCard DataWeightCard = new(
        "data-weight", @"\mu", 1, Domain.NonNegative, "what the measurements count");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "physics-informed",
        Title = "physics-informed residual",
        Use = "Solving a differential equation with a network, or fitting its unknown numbers to data.",
        Avoid = "Parts differ in scale by powers of ten, so that one rules: balance them with gradient-normalisation "
            + "or uncertainty-weighting.",
        Reference = "M. Raissi, P. Perdikaris, G. E. Karniadakis, Physics-Informed Neural Networks, 2019, "
            + "doi:10.1016/j.jcp.2018.10.045",
        Latex = @"\overline{r^2} + \lambda \overline{b^2} + \mu \overline{d^2}",
        Aliases = ["pinn"],
        Names = new() { Chinese = "物理信息残差损失" },
        Tasks = LossTask.None,
        Parameters = [BoundaryWeightCard, DataWeightCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("residual", "r", InputKind.Real, "n", "what is left of the equation at points inside")
        {
            IsDifferentiable = true,
        },
        new("boundary", "b", InputKind.Real, "m", "what is left of the conditions at points of the boundary")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
        new("data", "d", InputKind.Real, "q", "the network less what was measured")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
    ];

    /// <summary>What the boundary counts.</summary>
    public Parameter BoundaryWeight { get; } = BoundaryWeightCard.Bind(boundaryWeight);

    /// <summary>What the measurements count.</summary>
    public Parameter DataWeight { get; } = DataWeightCard.Bind(dataWeight);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> total = tape.Mean(tape.Square(inputs["residual"]));
        ReadOnlySpan<(string, double)> parts = [("boundary", BoundaryWeight.Value), ("data", DataWeight.Value)];
        foreach ((string name, double weight) in parts)
        {
            if (inputs.Find(name) is { Shape.Length: > 0 } part)
            {
                total = tape.Add(total, tape.Scale(tape.Mean(tape.Square(part)), weight));
            }
        }

        return new(total);
    }
}
