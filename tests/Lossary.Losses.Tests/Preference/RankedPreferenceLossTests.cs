using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class RankedPreferenceLossTests() : ArrayLaws<RankedPreferenceLoss>
{
    [Fact]
    public void Three_answers_by_the_order_in_which_they_are_drawn()
    {
        LossInputs<double> inputs = new()
        {
            ["policy"] = Numbers(new Shape(1, 3), 20, 10, 0),
            ["reference"] = Numbers(new Shape(1, 3), 0, 0, 0),
        };
        double first = Math.Log(Math.Exp(2) + Math.E + 1) - 2, second = Math.Log(Math.E + 1) - 1;
        Assert.Equal(first + second, ValueOf(inputs), 13);
    }

    [Fact]
    public void Two_answers_are_dpo()
    {
        LossInputs<double> inputs = new()
        {
            ["policy"] = Numbers(new Shape(1, 2), -2, -5),
            ["reference"] = Numbers(new Shape(1, 2), -3, -4),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(-0.2)), ValueOf(inputs), 13);
    }
}
