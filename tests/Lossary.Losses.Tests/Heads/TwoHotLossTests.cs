using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TwoHotLossTests() : ArrayLaws<TwoHotLoss>(-1, 1)
{
    [Fact]
    public void A_target_a_quarter_of_the_way_weighs_its_neighbours_three_to_one()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 3), 0, 0, 0),
            ["target"] = Numbers(new Shape(1), 0.25),
        };
        inputs["logits"].Values[1] = Math.Log(2);
        Assert.Equal(-(0.75 * Math.Log(0.5)) - (0.25 * Math.Log(0.25)), ValueOf(inputs), 13);
    }
}
