namespace Lossary.Tensors.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void A_shape_knows_its_extents_and_its_length()
    {
        Shape shape = new(2, 3, 4, 5);
        Assert.Equal(4, shape.Rank);
        Assert.Equal(120, shape.Length);
        Assert.Equal([2, 3, 4, 5], Enumerable.Range(0, 4).Select(axis => shape[axis]));
        Assert.Equal("[2, 3, 4, 5]", shape.ToString());
    }

    [Fact]
    public void A_row_and_a_vector_are_different_shapes()
    {
        Assert.NotEqual(new Shape(3), new Shape(1, 3));
        Assert.Equal(new Shape(1, 3), new Shape(1, 3));
    }

    [Fact]
    public void A_negative_extent_and_a_missing_axis_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, 3)[2]);
    }

    [Fact]
    public void The_default_shape_holds_nothing()
    {
        Assert.Equal(0, default(Shape).Length);
        Assert.Equal("[]", default(Shape).ToString());
    }

    [Fact]
    public void A_shape_has_up_to_six_extents()
    {
        Shape shape = new([2, 1, 3, 1, 5, 7]);
        Assert.Equal(6, shape.Rank);
        Assert.Equal(210, shape.Length);
        Assert.Equal("[2, 1, 3, 1, 5, 7]", shape.ToString());
        Assert.Equal(new Shape(2, 3), new Shape([2, 3]));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Shape([1, 1, 1, 1, 1, 1, 1]));
        Assert.Contains("at most 6 extents; [1, 1, 1, 1, 1, 1, 1] has 7", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_elements_than_an_array_holds_are_refused_with_the_shape()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Shape(100_000, 100_000));
        Assert.Contains("the shape [100000, 100000] has more", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Shape([65536, 65536, 65536, 65536]));
        Assert.Equal(0, new Shape([100_000, 100_000, 0]).Length);
    }

    [Fact]
    public void An_axis_is_replaced_removed_inserted_and_counted_from_the_end()
    {
        Shape shape = new(2, 3, 4);
        Assert.Equal(new Shape(2, 9, 4), shape.With(1, 9));
        Assert.Equal(new Shape(2, 3, 9), shape.With(-1, 9));
        Assert.Equal(new Shape(2, 4), shape.Without(1));
        Assert.Equal(new Shape(2, 3), shape.Without(-1));
        Assert.Equal(new Shape(1), new Shape(7).Without(0));
        Assert.Equal(new Shape(2, 3, 9, 4), shape.Insert(2, 9));
        Assert.Equal(new Shape(2, 3, 4, 9), shape.Insert(3, 9));
        Assert.Equal(12, shape.LengthOf(1, 3));
        Assert.Equal(1, shape.LengthOf(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => shape.Axis(-4));
    }

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 2, 1 }, new[] { 1, 5 }, new[] { 2, 5 })]
    [InlineData(new[] { 1 }, new[] { 4, 1, 6 }, new[] { 4, 1, 6 })]
    [InlineData(new[] { 8, 1, 6, 1 }, new[] { 7, 1, 5 }, new[] { 8, 7, 6, 5 })]
    [InlineData(new[] { 0, 3 }, new[] { 1, 3 }, new[] { 0, 3 })]
    public void Shapes_broadcast_as_in_NumPy(int[] left, int[] right, int[] expected)
    {
        // The cases of NumPy's user guide, "Broadcasting", and by hand.
        Assert.True(Shape.TryBroadcast(new Shape(left), new Shape(right), out Shape broadcast));
        Assert.Equal(new Shape(expected), broadcast);
        Assert.True(Shape.TryBroadcast(new Shape(right), new Shape(left), out broadcast));
        Assert.Equal(new Shape(expected), broadcast);
    }

    [Theory]
    [InlineData(new[] { 3 }, new[] { 4 })]
    [InlineData(new[] { 2, 1 }, new[] { 8, 4, 3 })]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    [InlineData(new[] { 0 }, new[] { 2 })]
    public void Shapes_that_do_not_broadcast(int[] left, int[] right) =>
        Assert.False(Shape.TryBroadcast(new Shape(left), new Shape(right), out _));
}
