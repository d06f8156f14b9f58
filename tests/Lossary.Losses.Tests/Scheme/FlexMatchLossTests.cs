namespace Lossary.Losses.Tests;

public sealed class FlexMatchLossTests() : ArrayLaws<FlexMatchLoss>(0.7)
{
    [Fact]
    public void A_class_learnt_half_way_is_believed_from_a_third_of_the_threshold()
    {
        // By equation 8 of the paper: ½/(2 − ½) = 1/3 of 0.9 is 0.3; the class learnt in full takes 0.9 itself.
        LossInputs<double> inputs = new()
        {
            ["strong"] = TestInputs.Variable([3, 3], 0, Math.Log(2), 0, 0, 0, 0, Math.Log(2), 0, 0),
            ["weak"] = TestInputs.Constant([3, 3], 0, Math.Log(2), 0, Math.Log(8), 0, Math.Log(0.5), Math.Log(25), 0, 0),
            ["progress"] = TestInputs.Constant([3], 1, 0.5, 0.2),
        };

        // Shares ½ of class 1, believed; 16/19 and 25/27 of class 0, of which only the second is.
        FlexMatchLoss loss = new(0.9);
        Assert.Equal((Math.Log(2) + 0 + Math.Log(2)) / 3, loss.Evaluate(inputs).Mean, 14);
        Assert.Equal([0, 0, 0], inputs["strong"].Gradient[3..6].ToArray());
    }
}
