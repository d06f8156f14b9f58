namespace Lossary.Tensors.Tests;

public sealed class ArrayRollTests
{
    [Fact]
    public void Same_lengths_in_the_same_order_are_the_same_arrays_cleared()
    {
        ArrayRoll<int> roll = new();
        int[] first = roll.Rent(3), second = roll.Rent(3);
        Assert.NotSame(first, second);
        first[1] = 7;
        roll.Reset();
        Assert.Same(first, roll.Rent(3));
        Assert.Same(second, roll.Rent(3));
        Assert.Equal([0, 0, 0], first);
    }

    [Fact]
    public void Another_length_is_another_array_of_exactly_that_length()
    {
        ArrayRoll<double> roll = new();
        double[] first = roll.Rent(3);
        roll.Reset();
        double[] longer = roll.Rent(4);
        Assert.NotSame(first, longer);
        Assert.Equal(4, longer.Length);
        Assert.Empty(roll.Rent(0));
    }

    [Fact]
    public void A_tape_takes_its_arrays_back_at_a_reset_not_before()
    {
        Tape<float> tape = new();
        int[] numbers = tape.RentArray<int>(5);
        double[] wide = tape.RentArray<double>(5);
        Assert.NotSame(numbers, tape.RentArray<int>(5));
        tape.Reset();
        Assert.Same(wide, tape.RentArray<double>(5));
        Assert.Same(numbers, tape.RentArray<int>(5));
    }
}
