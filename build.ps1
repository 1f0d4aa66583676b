#requires -Version 7
<#
.SYNOPSIS
    Builds the book, runs the tests, or makes a release binary.
.DESCRIPTION
    Without a switch the book in manuscript/ is built into out/.
.PARAMETER Test
    Runs the tests. On Debian this is tests/run.sh, which installs the validators that are missing; elsewhere dotnet test,
    which skips and names the tests whose validators are not installed.
.PARAMETER Release
    Publishes the command as a NativeAOT binary for this machine into out/release, its assets beside it. NativeAOT compiles for the system it runs on: on
    Windows it makes win-x64 (with the C++ build tools), on a Mac osx-arm64 (with the Xcode command line tools), on Linux linux-x64 (with clang or gcc).
.PARAMETER Tool
    Packs the command as a dotnet tool into out/tool, for every machine that has the .NET 10 runtime.
.PARAMETER Book
    The book's folder.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Test
.EXAMPLE
    ./build.ps1 -Release
.EXAMPLE
    ./build.ps1 -Tool
    dotnet tool install --global Publish.Cli --add-source out/tool
#>
[CmdletBinding(DefaultParameterSetName = 'Build')]
param(
    [Parameter(ParameterSetName = 'Test')][switch]$Test,
    [Parameter(ParameterSetName = 'Release')][switch]$Release,
    [Parameter(ParameterSetName = 'Tool')][switch]$Tool,
    [Parameter(ParameterSetName = 'Build')][string]$Book = (Join-Path $PSScriptRoot 'manuscript')
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-Checked([string]$Command, [string[]]$Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command $($Arguments -join ' ') failed with exit code $LASTEXITCODE" }
}

Push-Location $PSScriptRoot
try {
    if ($Test) {
        if ((Get-Command apt-get -ErrorAction SilentlyContinue) -and (Get-Command bash -ErrorAction SilentlyContinue)) {
            Invoke-Checked 'bash' @('tests/run.sh')
        }
        else {
            Invoke-Checked 'dotnet' @('test', '--solution', 'Publish.sln', '-c', 'Release')
        }
    }
    elseif ($Release) {
        # The compiler's own packages differ from system to system: they stay out of the lock files.
        Invoke-Checked 'dotnet' @('publish', 'src/Publish.Cli', '-c', 'Release', '--use-current-runtime', '-p:NuGetLockFilePath=obj/release.lock.json', '-o', (Join-Path 'out' 'release'))
    }
    elseif ($Tool) {
        Invoke-Checked 'dotnet' @('pack', 'src/Publish.Cli', '-c', 'Release', '-p:PublishAot=false', '-p:NuGetLockFilePath=obj/tool.lock.json', '-o', (Join-Path 'out' 'tool'))
    }
    else {
        Invoke-Checked 'dotnet' @('run', '--project', 'src/Publish.Cli', '-c', 'Release', '--', 'build', $Book)
    }
}
finally {
    Pop-Location
}
