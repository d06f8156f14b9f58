using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class EvidentialSquaredLossTests() : ArrayLaws<EvidentialSquaredLoss>
{
    /// <summary>Scores whose evidence is 1 and 3: concentrations 2 and 4.</summary>
    private static LossInputs<double> Inputs => new()
    {
        ["score"] = Numbers(new Shape(1, 2), Math.Log(Math.Exp(1) - 1), Math.Log(Math.Exp(3) - 1)),
        ["target"] = Numbers(new Shape(1), 0),
    };

    [Fact]
    public void It_is_the_bias_and_the_variance_of_the_shares() =>
        Assert.Equal((8.0 / 9) + (4.0 / 63), new EvidentialSquaredLoss(0).Evaluate(Inputs).Mean, 13);

    [Fact]
    public void Evidence_for_the_wrong_class_costs_its_divergence_from_none()
    {
        // KL(Dir(1, 4) ‖ Dir(1, 1)) = ln Γ(5) − ln Γ(4) + 3 (ψ(4) − ψ(5)) = ln 4 − ¾.
        double with = new EvidentialSquaredLoss(2).Evaluate(Inputs).Mean;
        double without = new EvidentialSquaredLoss(0).Evaluate(Inputs).Mean;
        Assert.Equal(2 * (Math.Log(4) - 0.75), with - without, 13);
    }
}
