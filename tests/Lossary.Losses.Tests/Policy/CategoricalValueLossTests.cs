using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CategoricalValueLossTests() : ArrayLaws<CategoricalValueLoss>(0.5, 0, 2)
{
    private static readonly double[] Surely1 = [0, 1, 0];

    [Fact]
    public void A_return_between_two_atoms_is_split_by_its_distance()
    {
        // Atoms 0, 1, 2; what follows is surely 1, worth 0.5, and the reward 0.75. 1.25 is ¾ of 1 and ¼ of 2.
        LossInputs<double> inputs = new()
        {
            ["logits"] = new(new Shape(1, 3), new double[3]),
            ["next-shares"] = new(new Shape(1, 3), Surely1),
            ["reward"] = new(new Shape(1), new double[1]),
        };
        inputs["reward"].Values[0] = 0.75;
        inputs["logits"].Values[1] = Math.Log(2);
        Assert.Equal(-(0.75 * Math.Log(0.5)) - (0.25 * Math.Log(0.25)), ValueOf(inputs), 14);
    }

    [Fact]
    public void A_return_beyond_the_last_atom_stays_there()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = new(new Shape(1, 3), new double[3]),
            ["next-shares"] = new(new Shape(1, 3), Surely1),
            ["reward"] = new(new Shape(1), new double[] { 75 }),
            ["done"] = new(new Shape(1), new double[] { 1 }),
        };
        Assert.Equal(Math.Log(3), ValueOf(inputs), 14);
    }
}
