using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CentreLineDiceLossTests() : ArrayLaws<CentreLineDiceLoss>
{
    [Fact]
    public void A_line_one_pixel_wide_is_its_own_centre_line()
    {
        // Target: the middle row of 3 x 3. Found: its first two pixels. Both are skeletons already.
        LossInputs<double> inputs = new()
        {
            ["probability"] = Numbers(new Shape(1, 3, 3), 0, 0, 0, 1, 1, 0, 0, 0, 0),
            ["target"] = Numbers(new Shape(1, 3, 3), 0, 0, 0, 1, 1, 1, 0, 0, 0),
        };
        double precision = 1, recall = (2.0 + 1) / (3 + 1);
        double lines = 1 - (2 * precision * recall / (precision + recall)), dice = 1 - ((4.0 + 1) / (5 + 1));
        Assert.Equal(0.5 * (lines + dice), ValueOf(inputs), 14);
        Assert.Equal(lines, new CentreLineDiceLoss(1, 3, 1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_block_of_three_by_three_has_its_middle_for_a_centre_line()
    {
        double[] block = new double[25], dot = new double[25];
        foreach (int i in new[] { 6, 7, 8, 11, 12, 13, 16, 17, 18 })
        {
            block[i] = 1;
        }

        dot[12] = 1;
        LossInputs<double> inputs = new()
        {
            ["probability"] = Numbers(new Shape(1, 5, 5), block),
            ["target"] = Numbers(new Shape(1, 5, 5), dot),
        };
        Assert.Equal(0, new CentreLineDiceLoss(1, 3, 1).Evaluate(inputs).Mean, 14);
    }
}
