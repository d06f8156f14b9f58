namespace Lossary.Cli.Tests;

public sealed class PeerCallTests
{
    [Fact]
    public void Commas_in_quotes_and_brackets_part_no_arguments()
    {
        PeerCall call = PeerCall.Parse("torch.nn.CrossEntropyLoss(weight=torch.tensor([1., 2.]), name='a,b', label_smoothing=0.1)");

        Assert.Equal(
            ["weight=torch.tensor([1., 2.])", "name='a,b'", "label_smoothing=0.1"],
            call.Arguments.Select(argument => argument.ToString()));
        Assert.Equal("torch", call.Root);
        Assert.Equal("CROSSENTROPY", call.Folded);
    }

    [Fact]
    public void Parameters_behind_the_colon_of_an_objective_are_arguments()
    {
        PeerCall call = PeerCall.Parse("CatBoostRegressor(loss_function=\"Huber:delta=2.5\")");

        Assert.Equal("Huber", call["loss_function"]!.Text);
        Assert.Equal("2.5", call["delta"]!.Value);
    }

    [Fact]
    public void A_colon_in_an_objective_of_XGBoost_is_part_of_its_name() =>
        Assert.Equal("reg:tweedie", PeerCall.Parse("reg:tweedie").Name);
}
