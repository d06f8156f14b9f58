namespace Lossary.Cli.Tests;

public sealed class PeerArrayTests
{
    [Theory]
    [InlineData("[1., 2.5]", new[] { 1, 2.5 })]
    [InlineData("(1, 2,)", new[] { 1, 2.0 })]
    [InlineData("torch.tensor([1., 2.])", new[] { 1, 2.0 })]
    [InlineData("torch.tensor([.5, 1e-3], dtype=torch.float32).to('cuda')", new[] { 0.5, 0.001 })]
    [InlineData("np.array((3, 4))", new[] { 3.0, 4 })]
    [InlineData("tf.constant([2])", new[] { 2.0 })]
    [InlineData("torch.tensor(3.)", new[] { 3.0 })]
    [InlineData("{0: 1.0, 1: 5.0}", new[] { 1, 5.0 })]
    [InlineData("-2.5", new[] { -2.5 })]
    public void Numbers_are_read_as_Python_writes_them(string text, double[] expected) =>
        Assert.Equal(expected, PeerArray.Read(text));

    [Theory]
    [InlineData("weights")]
    [InlineData("[1, x]")]
    [InlineData("[]")]
    [InlineData("[[1, 2], [3, 4]]")]
    [InlineData("[1, 2")]
    [InlineData("{1: 1.0, 0: 5.0}")]
    [InlineData("{'a': 1.0, 'b': 5.0}")]
    [InlineData("[0: 1, 1: 2]")]
    [InlineData("torch.ones(3)")]
    [InlineData("torch.tensor([1., 2.]) * 3")]
    [InlineData("balanced")]
    public void What_must_be_run_or_is_no_list_is_not_read(string text) => Assert.Null(PeerArray.Read(text));
}
