namespace Lossary.Losses.Tests;

public sealed class SimMatchLossTests() : ArrayLaws<SimMatchLoss>(0.8, 0.9, 0.5, 0.7)
{
    /// <summary>e^cos of what lies in one direction and of what is at right angles, at a temperature of 1.</summary>
    private const double Near = Math.E, Far = 1;

    [Fact]
    public void Guesses_are_blended_with_labels_and_the_memory_is_found_as_guesses_and_likeness_agree()
    {
        LossInputs<double> inputs = Inputs();

        // By equations 5 to 10 of the paper, at t = 1. Of the memory the first lies where the weak sample does, the
        // second at right angles: q ∝ (e, 1). They are of the classes 1 and 0; p̂ is (1/4, 3/4).
        double sum = Near + Far;
        double first = (0.9 * 0.25) + (0.1 * Far / sum), second = (0.9 * 0.75) + (0.1 * Near / sum);
        double entropy = -((first * Math.Log(0.2)) + (second * Math.Log(0.8)));
        double agreed = (Near * 0.75) + (Far * 0.25);

        // The strong sample lies where the second of the memory does.
        double matching = -(((Near * 0.75 * Math.Log(Far / sum)) + (Far * 0.25 * Math.Log(Near / sum))) / agreed);
        Assert.Equal(entropy + (2 * matching), new SimMatchLoss(0.7, 0.9, 1, 2).Evaluate(inputs).Mean, 14);
        Assert.Equal(2 * matching, new SimMatchLoss(0.8, 0.9, 1, 2).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Guesses_that_exclude_all_remembered_classes_leave_likeness_alone()
    {
        LossInputs<double> inputs = Inputs();
        inputs["guess"] = TestInputs.Constant([1, 2], 0, 1);
        inputs["labels"] = TestInputs.Constant([2], 0, 0);
        double sum = Near + Far;
        double matching = -((Near * Math.Log(Far / sum)) + (Far * Math.Log(Near / sum))) / sum;
        Assert.Equal(matching, new SimMatchLoss(1, 0.9, 1, 1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void An_empty_memory_leaves_the_guesses()
    {
        LossInputs<double> inputs = Inputs();
        inputs["memory"] = TestInputs.Constant([0, 2]);
        inputs["labels"] = TestInputs.Constant([0]);
        double entropy = -((0.25 * Math.Log(0.2)) + (0.75 * Math.Log(0.8)));
        Assert.Equal(entropy, new SimMatchLoss(0.7, 0.9, 1, 2).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Lengths_of_embeddings_do_not_count()
    {
        LossInputs<double> inputs = Inputs();
        double expected = ValueOf(inputs);
        inputs["embedding"] = TestInputs.Variable([1, 2], 0, 30);
        inputs["memory"] = TestInputs.Constant([2, 2], 5, 0, 0, 0.25);
        Assert.Equal(expected, ValueOf(inputs), 13);
    }

    private static LossInputs<double> Inputs() => new()
    {
        ["strong"] = TestInputs.Variable([1, 2], 0, Math.Log(4)),
        ["guess"] = TestInputs.Constant([1, 2], 0.25, 0.75),
        ["embedding"] = TestInputs.Variable([1, 2], 0, 1),
        ["weak"] = TestInputs.Constant([1, 2], 1, 0),
        ["memory"] = TestInputs.Constant([2, 2], 1, 0, 0, 1),
        ["labels"] = TestInputs.Constant([2], 1, 0),
    };
}
