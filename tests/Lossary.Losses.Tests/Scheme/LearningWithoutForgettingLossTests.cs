namespace Lossary.Losses.Tests;

public sealed class LearningWithoutForgettingLossTests() : ArrayLaws<LearningWithoutForgettingLoss>(2, 1)
{
    [Fact]
    public void Three_classes_of_which_two_are_old()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([1, 3], 0, Math.Log(3), Math.Log(4)),
            ["target"] = TestInputs.Constant([1], 2),
            ["recorded"] = TestInputs.Constant([1, 2], 0, 0),
        };
        Assert.Equal(Math.Log(2) - Math.Log(0.25) - Math.Log(0.75), ValueOf(inputs), 14);
    }

    [Fact]
    public void More_old_classes_than_classes_are_refused()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([1, 2], 0, 1),
            ["target"] = TestInputs.Constant([1], 1),
            ["recorded"] = TestInputs.Constant([1, 3], 0, 0, 0),
        };
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => ValueOf(inputs));
        Assert.Contains("3 classes", refusal.Message, StringComparison.Ordinal);
    }
}
