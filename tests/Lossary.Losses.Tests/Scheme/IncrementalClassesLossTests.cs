namespace Lossary.Losses.Tests;

public sealed class IncrementalClassesLossTests() : ArrayLaws<IncrementalClassesLoss>
{
    [Fact]
    public void Old_classes_are_asked_of_the_old_network_and_new_ones_of_the_label()
    {
        // Algorithm 3 of the paper: one old class whose recorded share is 3/4; the label is the second of three.
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([1, 3], 0, Math.Log(4), -1),
            ["target"] = TestInputs.Constant([1], 1),
            ["recorded"] = TestInputs.Constant([1, 1], Math.Log(3)),
        };
        double expected = Math.Log(2) - Math.Log(0.8) - Math.Log(1 - (1 / (1 + Math.E)));
        Assert.Equal(expected, ValueOf(inputs), 14);
        Assert.Equal(0.5 - 0.75, inputs["logits"].Gradient[0], 14);
    }

    [Fact]
    public void More_old_classes_than_there_are_in_all_are_refused()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([1, 2], 0, 1),
            ["target"] = TestInputs.Constant([1], 1),
            ["recorded"] = TestInputs.Constant([1, 3], 1, 2, 3),
        };
        Assert.Contains(
            "the first of all", Assert.Throws<ArgumentException>(() => ValueOf(inputs)).Message, StringComparison.Ordinal);
    }
}
