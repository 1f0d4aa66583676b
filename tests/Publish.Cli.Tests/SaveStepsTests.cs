namespace Publish.Cli.Tests;

/// <summary>The steps in which editors save a file, and after which of them nothing has to be waited for.</summary>
public sealed class SaveStepsTests
{
    private readonly SaveSteps _steps = new();

    [Fact]
    public void A_file_written_in_place_is_whole_when_it_is_closed()
    {
        Take("chapter.md", SaveStep.Written);
        Assert.False(_steps.IsDone);
        Take("chapter.md", SaveStep.Written);
        Assert.False(_steps.IsDone);
        Take("chapter.md", SaveStep.Closed);
        Assert.True(_steps.IsDone);
    }

    [Fact]
    public void Another_file_that_is_being_written_is_waited_for()
    {
        Take("one.md", SaveStep.Written);
        Take("two.md", SaveStep.Written);
        Take("one.md", SaveStep.Closed);
        Assert.False(_steps.IsDone);
        Take("two.md", SaveStep.Closed);
        Assert.True(_steps.IsDone);
    }

    [Fact]
    public void A_new_file_written_beside_is_waited_for_until_it_is_moved_over_the_old_one()
    {
        Take("chapter.md.tmp", SaveStep.Made);
        Take("chapter.md.tmp", SaveStep.Written);
        Take("chapter.md.tmp", SaveStep.Closed);
        Assert.False(_steps.IsDone);
        Take("chapter.md.tmp", SaveStep.MovedFrom, 7);
        Assert.False(_steps.IsDone);
        Take("chapter.md", SaveStep.MovedTo, 7);
        Assert.True(_steps.IsDone);
    }

    [Fact]
    public void A_file_moved_away_is_missed_until_the_folder_is_quiet()
    {
        Take("chapter.md", SaveStep.MovedFrom, 7);
        Take("chapter.md~", SaveStep.MovedTo, 7);
        Assert.False(_steps.IsDone);
        Take("chapter.md", SaveStep.Made);
        Take("chapter.md", SaveStep.Written);
        Take("chapter.md", SaveStep.Closed);
        Assert.False(_steps.IsDone);
        Take("chapter.md~", SaveStep.Deleted);
        Assert.False(_steps.IsDone);
        _steps.Clear();
        Assert.True(_steps.IsDone);
    }

    [Fact]
    public void What_comes_from_another_place_is_whole()
    {
        Take("chapter.md", SaveStep.MovedTo, 9);
        Assert.True(_steps.IsDone);
    }

    [Fact]
    public void A_file_of_the_same_name_in_another_folder_is_another()
    {
        _steps.Take(1, "chapter.md", SaveStep.Written, 0);
        _steps.Take(2, "chapter.md", SaveStep.Closed, 0);
        Assert.False(_steps.IsDone);
        _steps.Take(1, "chapter.md", SaveStep.Closed, 0);
        Assert.True(_steps.IsDone);
    }

    private void Take(string name, SaveStep step, int cookie = 0) => _steps.Take(1, name, step, cookie);
}
